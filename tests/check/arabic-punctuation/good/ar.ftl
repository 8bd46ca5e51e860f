lead-p-gnel = أولا، ثانيا؛ هل هذا صحيح؟
lead-p-ufvm = 25,000 شخص في New York, Geneva, Vienna وغيرها `a, b; c?`
lead-p-e5le = انظر www.un.org/?a=b;c و<span lang="en">Yes, we can</span>.
