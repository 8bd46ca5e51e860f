//! Tests of the parallel editions.
