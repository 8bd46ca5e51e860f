//! Formatting: the bundles of fluent-bundle, and what they still can find wrong.

use std::sync::Arc;

use fluent::concurrent::FluentBundle;
use fluent::resolver::{ResolverError, errors::ReferenceKind};
use fluent::{FluentArgs, FluentError, FluentResource};

use super::numbers;
use super::read::{File, Unit};
use crate::locale::{Digits, Locale};

/// The entries of several files, ready to be resolved from any thread.
pub(super) struct Bundle(FluentBundle<Arc<FluentResource>>);

impl Bundle {
    /// A bundle of files; of two entries with one name the later file's counts.
    pub fn new(locale: &Locale, digits: Digits, files: &[&File]) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![locale.identifier().clone()]);
        // Direction is set in the tree, not by control characters.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(numbers::formatter(digits)));
        bundle.add_function("NUMBER", numbers::number).expect("the bundle is empty");
        for unit in files.iter().flat_map(|file| file.units().iter().map(Unit::resource)) {
            bundle.add_resource_overriding(unit);
        }
        Self(bundle)
    }

    /// Whether there is such a value or attribute of a message.
    pub fn has(&self, id: &str, attribute: Option<&str>) -> bool {
        self.0.get_message(id).is_some_and(|message| match attribute {
            None => message.value().is_some(),
            Some(name) => message.get_attribute(name).is_some(),
        })
    }

    /// A message's value or attribute as text; the errors in a person's words. `None`: there is no
    /// such message.
    pub fn format(
        &self,
        id: &str,
        attribute: Option<&str>,
        args: &FluentArgs<'_>,
    ) -> Option<Result<String, Vec<String>>> {
        let message = self.0.get_message(id)?;
        let pattern = match attribute {
            None => message.value()?,
            Some(name) => message.get_attribute(name)?.value(),
        };
        let mut errors = Vec::new();
        let text = self.0.format_pattern(pattern, Some(args), &mut errors).into_owned();
        let words = || errors.iter().map(in_words).collect();
        Some(if errors.is_empty() { Ok(text) } else { Err(words()) })
    }
}

impl std::fmt::Debug for Bundle {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Bundle").field(&self.0.locales).finish()
    }
}

fn in_words(error: &FluentError) -> String {
    let FluentError::ResolverError(error) = error else { return error.to_string() };
    match error {
        ResolverError::Reference(ReferenceKind::Term { id, attribute: None }) => {
            format!("the term `-{id}` is missing or faulty")
        }
        ResolverError::Reference(ReferenceKind::Term { id, attribute: Some(attribute) }) => {
            format!("the term `-{id}` has no attribute `.{attribute}`")
        }
        ResolverError::Reference(ReferenceKind::Message { id, .. }) => {
            format!("the message `{id}` is missing or faulty")
        }
        ResolverError::Reference(ReferenceKind::Variable { id }) => format!(
            "the variable `${id}` is missing; a term must use its arguments before it refers to \
             another term"
        ),
        ResolverError::Reference(ReferenceKind::Function { id }) => {
            format!("there is no function `{id}`")
        }
        ResolverError::NoValue(id) => format!("the message `{id}` has no value"),
        ResolverError::MissingDefault => "no variant is the default".to_owned(),
        ResolverError::Cyclic => "the message refers to itself".to_owned(),
        ResolverError::TooManyPlaceables => "it has more than 100 placeables".to_owned(),
    }
}
