# A week of a translation team. Played by `python tests/week`; what it prints is week.txt.
#
# Aïda writes the release, in English. Layla and Omar translate it into Arabic, Wei and Lan into
# Chinese; Omar and Lan are the revisers. Sam publishes. $source is the release, $lock its lock, $ar
# and $zh are the files of the languages, $desk is a folder outside of the project. `edit` is a text
# editor, `fill` one in which a translator fills in a file; `pontoon` and `cat_tool` are the tools of
# the same names.

# Monday. Aïda has written the release; there is no translation yet.

hexapla check
hexapla sync
commit Aïda 'A release about flood warnings'

# Layla asks what there is to do, translates the half of it, and sends in what she has.

hexapla todo ar --output $desk
sed -n '1,13p' $desk/todo.$release.ar.ftl
fill $desk/todo.$release.ar.ftl <<'END'
meta-title = يجب أن تصل الإنذارات بالفيضانات إلى كل بيت
meta-description = افتُتح في داكار منتدى إقليمي بشأن الإنذار المبكر. وسيتبادل أحد عشر بلدا المعلومات عن مناسيب أنهارها.
meta-kind = نشرة صحفية
meta-place = داكار
lead-p-e4nc = افتتح وزراء ورؤساء بلديات من أحد عشر بلدا في داكار، في { $date }، [منتدى إقليميا][1] بشأن الإنذار بالفيضانات.
lead-p-iddz = الفيضانات أكثر الكوارث تواترا في المنطقة. وقد شردت في العام الماضي 640 000 شخص، معظمهم ليلا.
decisions-heading = ما قرره المنتدى
decisions-p-5k3x = سيُطلع أحد عشر بلدا بعضها بعضا على مناسيب أنهارها كل ساعة، مجانا.
decisions-p-ar2z = سيُرسل الإنذار إلى كل هاتف في المنطقة المهددة في غضون 30 دقيقة. وسيُكتب باللغات التي يتكلمها سكانها، ويُقرأ بصوت مسموع لمن لا يستطيعون القراءة.
ndiaye-quote-44yb = إن الإنذار الذي لا يفهمه أحد ليس إنذارا. نحن نتلقى التوقعات في الوقت المناسب، أما جيراننا فلا يتلقونها.
network-item-pm6j = يطوف **المتطوعون** على البيوت بيتا بيتا حيث لا تتوافر شبكة هاتف.
next-p-tytk = يمكن للصحفيين متابعة أعمال المنتدى عبر الإنترنت.
next-p-loo7 = يجيب المكتب في داكار عن الأسئلة المتعلقة بالشبكة هاتفيا كل يوم من الساعة 8 صباحا إلى الساعة 6 مساء.
END
hexapla merge $desk/todo.$release.ar.ftl
commit Layla 'Arabic: the first half'

# Wei writes his file by hand. He forgets a link's number, and is told where.

cat > $zh <<'END'
# 中文：洪水预警

meta-title = 洪水预警必须传达到每家每户
meta-kind = 新闻稿
meta-place = 达喀尔
lead-p-e4nc = { $date }，来自十一个国家的部长和市长齐聚达喀尔，为洪水预警问题区域论坛揭幕。
lead-p-iddz = 洪水是该区域最常见的灾害。去年，64万人因洪水被迫离开家园，其中大多数人是在夜间撤离的。
ndiaye-quote-44yb = 没有人听得懂的预警，不是预警。我们能及时收到预报，邻居却收不到。
network-item-pm6j = 在没有电话网络的地方，**志愿者**挨家挨户通知。
next-p-tytk = 记者可以在线关注论坛进程。
next-p-loo7 = 达喀尔办事处每天上午8时至下午6时通过电话解答有关该网络的问题。
END
hexapla check
edit $zh replace '区域论坛揭幕' '[区域论坛][1]揭幕'
hexapla check
hexapla sync
commit Wei 'Chinese: a beginning'

# In the evening. Wei takes the rest home, for his CAT tool.

hexapla export --format xliff zh --output $desk
hexapla status

# Tuesday. Aïda corrects a slip (edit 1). No translator is to be troubled by it, and she says so.

edit $source replace 'recieve' 'receive'
hexapla sync --dry-run
hexapla sync --minor ndiaye-quote-44yb
commit Aïda 'A slip corrected'

# She rewrites a paragraph, for she has the figures now (edit 2).

edit $source replace 'Last year they drove 640,000 people from their homes, most of them at night.' 'In 2025 they drove 640,000 people from their homes, and only one in five had been warned.'
hexapla sync --dry-run
hexapla sync
commit Aïda 'The figures of 2025'

# Layla sees what is out of date, and why; she puts the new words into her file.

hexapla status --locale ar | sed -n '1,/translation/p'
edit $ar replace 'وقد شردت في العام الماضي 640 000 شخص، معظمهم ليلا.' 'وقد شردت في عام 2025 ما مجموعه 640 000 شخص، لم يتلق الإنذار منهم سوى واحد من كل خمسة.'
hexapla sync
commit Layla 'Arabic: the figures of 2025'

# In the evening. Sam looks what the pages would look like; nothing unfinished is published.

hexapla build
hexapla build --incomplete --output $desk/look
hexapla status

# Wednesday. Aïda puts a paragraph in, takes two out (edit 3), and writes “house” for “door”. That
# this is nothing to translators she forgets to say.

edit $source after 'Eleven countries will tell' 'The forum asked donors to pay for 200 new gauges before the next rainy season.'
edit $source delete 'Journalists can follow'
edit $source delete 'The office in Dakar answers'
edit $source replace 'from door to door' 'from house to house'
hexapla sync --dry-run
hexapla sync
commit Aïda 'Gauges in, journalists and telephone out'

# Wei works in Pontoon today. Pontoon writes his file anew from the reference: his comment and the
# two paragraphs that were taken out go. They are in the attic.

pontoon zh <<'END'
decisions-heading = 论坛的决定
network-heading = 网络如何运作
next-heading = 后续步骤
END
grep -c next-p- $zh
hexapla sync
commit Wei 'Chinese: a round in Pontoon'
hexapla status --locale zh | sed -n '1,/translation/p'

# In the evening Omar begins to help with the Arabic, in a branch of his own.

git checkout -q -b omar
hexapla todo ar --output $desk/omar
fill $desk/omar/todo.$release.ar.ftl <<'END'
decisions-p-w54i = ودعا المنتدى المانحين إلى تمويل 200 مقياس جديد قبل موسم الأمطار المقبل.
network-heading = كيف تعمل الشبكة
network-item-7qma = يقارنه **خبراء التنبؤ** في { -wmo } بالأمطار المتوقعة.
END
hexapla merge $desk/omar/todo.$release.ar.ftl
commit Omar 'Arabic: gauges and network'
git checkout -q main
hexapla status

# Thursday. Layla, who does not know of Omar's branch, works on the same messages in hers.

git checkout -q -b layla
hexapla todo ar --output $desk/layla
fill $desk/layla/todo.$release.ar.ftl <<'END'
decisions-p-w54i = وطلب المنتدى إلى المانحين تمويل 200 مقياس جديد قبل موسم الأمطار المقبل.
network-heading = كيف تعمل الشبكة
network-item-t7go = تسجل **المقاييس** منسوب النهر كل عشر دقائق.
END
hexapla merge $desk/layla/todo.$release.ar.ftl
commit Layla 'Arabic: gauges'

# Sam brings both branches together. Git cannot: both have other words in the same places.

git checkout -q main
git merge -q -m 'Arabic: the branch of Omar' omar
git merge -q -m 'Arabic: the branch of Layla' layla
sed -n '/^<<<<<<<\|^=======\|^>>>>>>>/{=;p}' $lock
grep -A99 '^<<<<<<<' $ar
hexapla check

# The lock needs no person, but it waits until the translation is in order. In her editor, Layla keeps
# Omar's words where both have some, and takes out the marks.

hexapla sync --quiet
sed -i '/^=======$/,/^network-heading/d; /^<<<<<<< /d; /^>>>>>>> /d' $ar
hexapla sync
hexapla sync --check
hexapla check
commit Layla 'Arabic: both branches'

# Aïda moves a section (edit 4). Nobody has to translate anything.

edit $source move '## What people said' '## How the network works'
hexapla sync --dry-run
hexapla sync
commit Aïda 'People first'

# Wei comes back with what he did in his CAT tool since Monday. One paragraph was rewritten meanwhile.

cat_tool $desk/$release.zh.xlf <<'END'
meta-description = 区域预警论坛在达喀尔开幕。十一个国家将共享各自河流的水位信息。
lead-p-iddz = 洪水是该区域最常见的灾害。去年，洪水迫使64万人离开家园，其中多数人是在夜间离家的。
decisions-p-5k3x = 十一个国家将每小时相互免费通报各自河流的水位。
decisions-p-ar2z = 预警信息将在30分钟内发送到受威胁地区的每一部电话上。预警信息将使用当地居民所说的语言编写，并为不识字的人朗读。
network-item-t7go = [1: 水位计]每十分钟测量一次河流水位。
network-item-7qma = [2]的[1: 预报员]将水位与预计降雨量进行对比。
voices-heading = 与会者的话
END
hexapla import $desk/$release.zh.xlf --dry-run
hexapla import $desk/$release.zh.xlf
commit Wei 'Chinese: from the CAT tool'

# He puts right what is out of date. His words about the volunteers are right as they stand, for a house or
# a door.

hexapla status --locale zh | sed -n '/stale/,/translation/p'
edit $zh replace '去年，洪水迫使64万人离开家园，其中多数人是在夜间离家的。' '2025年，洪水迫使64万人离开家园，其中只有五分之一的人事先收到预警。'
hexapla sync
hexapla accept zh network-item-pm6j
commit Wei 'Chinese: the figures of 2025'
hexapla status

# Friday. Aïda splits a paragraph (edit 5), and puts the one about the telephone back.

edit $source replace 'within 30 minutes. It will' 'within 30 minutes.\n\nIt will'
edit $source after 'The countries will meet' 'The office in Dakar answers questions about the network by telephone, every day from 8 a.m. to 6 p.m.'
hexapla sync --dry-run
hexapla sync
grep -n next-p-loo7 $ar $zh
commit Aïda 'A paragraph split; the telephone is back'

# She gives the paragraph about the telephone a name that can be told to somebody.

hexapla rename next-p-loo7 telephone
hexapla sync --check
commit Aïda 'A name for a paragraph'

# Layla does the rest. The two halves of what was split stand there with the words of the whole.
# Monday's file is still in the way, and is not written over. What is right as it stands gets an x.

hexapla todo ar --output $desk
hexapla todo ar --output $desk/friday
sed -n '/^## What the forum/,/^## What people/p' $desk/friday/todo.$release.ar.ftl
fill $desk/friday/todo.$release.ar.ftl <<'END'
decisions-p-l7ea = سيُرسل الإنذار إلى كل هاتف في المنطقة المهددة في غضون 30 دقيقة.
decisions-p-ar2z = وسيُكتب باللغات التي يتكلمها سكان المنطقة، ويُقرأ بصوت مسموع لمن لا يستطيعون القراءة.
voices-heading = من أقوال المشاركين
ndiaye-heading = أوا ندياي، رئيسة بلدية مدينة على النهر
[x] network-item-pm6j
next-heading = الخطـوات المقبلة
next-p-l6xv = ستجتمع البلدان مجددا في باماكو في تشرين الثاني/نوفمبر.  ويمكن للمراقبين التسجيل حتى 1 أيار/مايو.
END
hexapla merge $desk/friday/todo.$release.ar.ftl
commit Layla 'Arabic: complete'

# Wei does the same for the Chinese. He left out a half of a paragraph: the file waits for it.

hexapla todo zh --output $desk/friday
fill $desk/friday/todo.$release.zh.ftl <<'END'
decisions-p-ar2z = 预警信息将使用当地居民所说的语言编写，并为不识字的人朗读。
decisions-p-w54i = 论坛请捐助方在下一个雨季之前出资增设200个水位计。
ndiaye-heading = 阿瓦·恩迪亚耶，河畔某镇镇长
next-p-l6xv = 各国将于11月在巴马科再次开会。观察员报名截至5月1日。
END
hexapla merge $desk/friday/todo.$release.zh.ftl
fill $desk/friday/todo.$release.zh.ftl <<'END'
decisions-p-l7ea = 预警信息将在30分钟内发送到受威胁地区的每一部电话上。
END
hexapla merge $desk/friday/todo.$release.zh.ftl
commit Wei 'Chinese: complete'

# Sam has the machine put right what needs no person: a kashida, a space too many. What is in the Arabic
# file of the paragraph for journalists, Layla takes out.

hexapla check
edit $ar replace 'next-p-tytk = يمكن للصحفيين متابعة أعمال المنتدى عبر الإنترنت.\n' ''
hexapla check --fix
hexapla sync
commit Sam 'Two spaces, one kashida'

# Omar and Lan read everything. Lan betters a sentence; then they sign.

edit $zh replace '没有人听得懂的预警，不是预警。' '无人听懂的预警，算不上预警。'
hexapla accept zh --all --revised --release $release
hexapla accept ar --all --revised
commit Lan 'Both languages revised'

# Sam publishes. Everything is there, in three languages.

hexapla sync --check
hexapla check --strict
hexapla build --strict
hexapla status
commit Sam 'Published'

# The week is over. Every translation that anybody ever committed is in a file, in the attic, or has made
# place for a better one.

nothing_lost ar zh
