//! The fuzzer's own program: one for all targets, named by the variable `TARGET`.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;

static TARGET: LazyLock<fn(&[u8])> = LazyLock::new(|| {
    let name = std::env::var("TARGET").expect("TARGET names a target");
    hexapla_fuzz::target(&name).expect("TARGET names a target")
});

fuzz_target!(|bytes: &[u8]| TARGET(bytes));
