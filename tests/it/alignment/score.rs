//! Precision and recall of what was found.
//!
//! Counted are the blocks that the author touched: each pair that is right, each that is wrong, each
//! that is missing. Of the blocks that nobody touched only mistakes are counted.

use std::collections::{BTreeMap, BTreeSet};

use super::answer::Case;

#[derive(Clone, Copy, Default)]
pub struct Counts {
    pub edits: u32,
    pub right: u32,
    pub wrong: u32,
    pub missed: u32,
}

impl std::ops::Add for Counts {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self {
            edits: self.edits + other.edits,
            right: self.right + other.right,
            wrong: self.wrong + other.wrong,
            missed: self.missed + other.missed,
        }
    }
}

impl Counts {
    /// In thousandths, rounded down.
    pub fn precision(&self) -> u32 {
        share(self.right, self.right + self.wrong)
    }

    /// In thousandths, rounded down.
    pub fn recall(&self) -> u32 {
        share(self.right, self.right + self.missed)
    }

    fn row(&self, name: &str) -> String {
        let number = |n: u32| format!("{}.{:03}", n / 1000, n % 1000);
        format!(
            "{name:10} {:5} {:5} {:5} {:6}   {:9}  {}",
            self.edits,
            self.right,
            self.wrong,
            self.missed,
            number(self.precision()),
            number(self.recall())
        )
    }
}

fn share(part: u32, whole: u32) -> u32 {
    (part * 1000).checked_div(whole).unwrap_or(1000)
}

#[derive(Default)]
pub struct Table {
    kinds: BTreeMap<String, Counts>,
    mistakes: Vec<String>,
}

impl Table {
    /// Counts what was found in a case.
    pub fn add(&mut self, case: &Case, found: &[Option<usize>]) {
        let mut counts = Counts { edits: 1, ..Counts::default() };
        // The parts of a block that was split share its answer: one of them has it.
        let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (index, block) in case.new.iter().enumerate() {
            if let Some(main) = block.right.first() {
                groups.entry(*main).or_default().push(index);
            }
        }
        let mut wrong = BTreeSet::new();
        for (index, block) in case.new.iter().enumerate() {
            if found[index].is_some_and(|old| !block.right.contains(&old)) {
                wrong.insert(index);
                counts.wrong += 1;
            }
        }
        for parts in groups.values() {
            let touched = parts.iter().any(|part| case.new[*part].touched);
            let hit = parts
                .iter()
                .any(|part| found[*part].is_some_and(|old| case.new[*part].right.contains(&old)));
            counts.right += u32::from(hit && touched);
            counts.missed += u32::from(!hit);
            if !hit {
                wrong.extend(parts);
            }
        }
        for index in wrong {
            let words = |old: usize| format!("{:?}", case.old[old].words);
            let block = &case.new[index];
            self.mistakes.push(format!(
                "{}, {}: {}\n    new   {:?}\n    right {}\n    found {}",
                case.name,
                case.kind,
                case.title,
                block.words,
                block.right.first().map_or("new".to_owned(), |old| words(*old)),
                found[index].map_or("new".to_owned(), words),
            ));
        }
        let kind = self.kinds.entry(case.kind.clone()).or_default();
        *kind = *kind + counts;
    }

    pub fn total(&self) -> Counts {
        self.kinds.values().fold(Counts::default(), |sum, one| sum + *one)
    }

    #[expect(clippy::print_stdout, reason = "the report of a measurement")]
    pub fn print(&self, name: &str) {
        println!("\n{name}\nkind       edits right wrong missed   precision  recall");
        for (kind, counts) in &self.kinds {
            println!("{}", counts.row(kind));
        }
        println!("{}", self.total().row("all"));
        for mistake in &self.mistakes {
            println!("  {mistake}");
        }
    }

    #[expect(clippy::print_stdout, reason = "the report of a measurement")]
    pub fn print_sum(counts: &Counts) {
        println!("\n{}", counts.row("both"));
    }
}
