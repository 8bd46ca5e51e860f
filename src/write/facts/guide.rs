//! The facts in the order of the W3C's “Accessibility Metadata Display Guide for Digital
//! Publications” 2.0 (2025), under its headings.

use super::AccessFacts;
use crate::catalog::Phrase;
use crate::edition::Edition;
use crate::project::Format;

/// A heading of the guide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    /// Whether eyes, ears and fingers can take it in.
    WaysOfReading,
    /// What the publisher claims.
    Conformance,
    /// How to move in it.
    Navigation,
    /// Images, tables, and what is not there.
    RichContent,
    /// What may harm.
    Hazards,
    /// What the metadata say in sentences.
    Summary,
    /// Exemptions.
    Legal,
    /// What else there is to know.
    Additional,
}

impl Topic {
    /// All, in the order of the guide.
    pub const ALL: [Self; 8] = [
        Self::WaysOfReading,
        Self::Conformance,
        Self::Navigation,
        Self::RichContent,
        Self::Hazards,
        Self::Summary,
        Self::Legal,
        Self::Additional,
    ];

    /// The heading.
    pub fn heading(self) -> Phrase<'static> {
        match self {
            Self::WaysOfReading => Phrase::AccessWays,
            Self::Conformance => Phrase::AccessConformance,
            Self::Navigation => Phrase::AccessNavigation,
            Self::RichContent => Phrase::AccessRich,
            Self::Hazards => Phrase::AccessHazards,
            Self::Summary => Phrase::AccessSummary,
            Self::Legal => Phrase::AccessLegal,
            Self::Additional => Phrase::AccessAdditional,
        }
    }
}

impl AccessFacts {
    /// What is to be said under a heading of the edition in this format: what its metadata say, word
    /// for word where they say it in sentences, and what they do not claim.
    pub fn statements<'a>(&self, topic: Topic, edition: &'a Edition) -> Vec<Phrase<'a>> {
        let features = self.features();
        let has = |name: &str| features.contains(&name);
        let some = |said: &[(bool, Phrase<'static>)]| -> Vec<Phrase<'a>> {
            said.iter().filter(|(is_true, _)| *is_true).map(|(_, said)| *said).collect()
        };
        match topic {
            Topic::WaysOfReading => {
                let text = self.sufficient().contains(&"textual");
                some(&[
                    (has("displayTransformability"), Phrase::AccessDisplay),
                    (text, Phrase::AccessNonvisual),
                    (!text, Phrase::AccessNonvisualPartly),
                    (self.images == 0, Phrase::AccessAllText),
                    (has("alternativeText"), Phrase::AccessImages { count: self.images }),
                    (self.foreign > 0, Phrase::AccessLanguages),
                ])
            }
            Topic::Conformance => self.conformance(edition),
            Topic::Navigation => some(&[
                (self.contents && self.headings > 0, Phrase::AccessContents),
                (has("structuralNavigation"), Phrase::AccessStructure),
                (self.headings == 0, Phrase::AccessNoHeadings),
            ]),
            Topic::RichContent => {
                let labelled = self.labelled == self.tables;
                some(&[
                    (self.described < self.images, Phrase::AccessImagesPartly),
                    (self.tables > 0 && labelled, Phrase::AccessTables { count: self.tables }),
                    (!labelled, Phrase::AccessTablesPartly),
                    // No block and no mark can hold any.
                    (true, Phrase::AccessNoMedia),
                ])
            }
            Topic::Hazards => some(&[
                (self.still, Phrase::AccessNoHazards),
                (!self.still, Phrase::AccessHazardsUnknown),
            ]),
            // These are sentences already: `summary`.
            Topic::Summary => Vec::new(),
            // There is no setting that would write `a11y:exemption`.
            Topic::Legal => vec![Phrase::AccessNoExemption],
            Topic::Additional => some(&[
                (has("ARIA"), Phrase::AccessRoles),
                (has("unlocked"), Phrase::AccessUnlocked),
            ]),
        }
    }

    /// The claim stands in the metadata of the book, and is about the book.
    fn conformance<'a>(&self, edition: &'a Edition) -> Vec<Phrase<'a>> {
        let claim = edition.settings.claim.as_ref().filter(|_| self.format == Format::Epub);
        let Some(claim) = claim else { return vec![Phrase::AccessNoClaim] };
        vec![
            Phrase::AccessClaim { standard: &claim.conforms_to },
            Phrase::AccessCertified { name: &claim.certified_by },
        ]
    }
}
