//! How much memory something takes.

use std::sync::atomic::{AtomicUsize, Ordering};

use peak_alloc::PeakAlloc;

#[global_allocator]
static HEAP: PeakAlloc = PeakAlloc;

/// Bytes that may be taken for each byte of input.
pub const TIMES: usize = 64;

/// Bytes that may be taken whatever the input: see README.md for what was measured.
pub const BASE: usize = 24 << 20;

/// The most bytes that are held at once while `work` is done, beyond those held before.
pub fn taken<T>(work: impl FnOnce() -> T) -> (T, usize) {
    HEAP.reset_peak_usage();
    let before = HEAP.current_usage();
    let done = work();
    (done, HEAP.peak_usage().saturating_sub(before))
}

/// The most that [`bounded`] work has taken.
static MOST: AtomicUsize = AtomicUsize::new(0);

/// The most that bounded work has taken since this was asked last.
pub fn most() -> usize {
    MOST.swap(0, Ordering::Relaxed)
}

/// Does work whose input has `size` bytes, and panics when it takes more memory than it may.
pub fn bounded<T>(size: usize, work: impl FnOnce() -> T) -> T {
    let (done, taken) = taken(work);
    MOST.fetch_max(taken, Ordering::Relaxed);
    assert!(taken <= TIMES * size + BASE, "{taken} bytes of memory for {size} bytes of input");
    done
}
