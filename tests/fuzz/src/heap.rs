//! How much memory something takes.

use peak_alloc::PeakAlloc;

#[global_allocator]
static HEAP: PeakAlloc = PeakAlloc;

/// Bytes that may be taken for each byte of input.
pub const TIMES: usize = 64;

/// Bytes that may be taken whatever the input: see README.md for what was measured.
pub const BASE: usize = 8 << 20;

/// The most bytes that are held at once while `work` is done, beyond those held before.
pub fn taken<T>(work: impl FnOnce() -> T) -> (T, usize) {
    HEAP.reset_peak_usage();
    let before = HEAP.current_usage();
    let done = work();
    (done, HEAP.peak_usage().saturating_sub(before))
}

/// Does work whose input has `size` bytes, and panics when it takes more memory than it may.
pub fn bounded<T>(size: usize, work: impl FnOnce() -> T) -> T {
    let (done, taken) = taken(work);
    assert!(taken <= TIMES * size + BASE, "{taken} bytes of memory for {size} bytes of input");
    done
}
