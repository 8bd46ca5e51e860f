# What the people of week.sh have at hand. A call that fails is told in the transcript.

release=2026-03-04-flood-warnings
source=content/$release/index.md
lock=content/$release/translations.lock
ar=locales/ar/$release.ftl
zh=locales/zh/$release.ftl
desk=../desk

hexapla() { "$HEXAPLA" "$@"; }
edit() { "$PYTHON" "$WEEK/people/edit.py" "$@"; }
fill() { "$PYTHON" "$WEEK/people/fill.py" "$@"; }
pontoon() { "$PYTHON" "$WEEK/people/in_pontoon.py" "$@"; }
cat_tool() { "$PYTHON" "$WEEK/people/cat_tool.py" "$@"; }
nothing_lost() { "$PYTHON" "$WEEK/people/nothing_lost.py" "$@"; }

# Time stands still, so that nothing in the transcript depends on it.
export GIT_AUTHOR_DATE='2026-03-02T18:00:00Z' GIT_COMMITTER_DATE='2026-03-02T18:00:00Z'
git init -q -b main .

# commit WHO WHAT: everything that is in the folder.
commit() {
  export GIT_AUTHOR_NAME=$1 GIT_AUTHOR_EMAIL=$1@example.org GIT_COMMITTER_NAME=$1 GIT_COMMITTER_EMAIL=$1@example.org
  git add -A && git commit -q -m "$2"
}
