//! Formatting: the bundles of fluent-bundle, and what they still can find wrong.

use std::borrow::Cow;
use std::sync::{Arc, OnceLock};

use fluent::concurrent::FluentBundle;
use fluent::resolver::{ResolverError, errors::ReferenceKind};
use fluent::{FluentArgs, FluentError, FluentResource};

use super::numbers;
use super::read::{File, Pattern, Unit};
use crate::locale::{Digits, Locale, LocaleRef};

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

    /// The value of a message as text; the errors in a person's words. `None`: there is no such
    /// message.
    pub fn format(
        &self,
        id: &str,
        args: &FluentArgs<'_>,
    ) -> Option<Result<Cow<'_, str>, Vec<String>>> {
        Some(self.format_pattern(self.0.get_message(id)?.value()?, args))
    }

    /// A pattern as text, also one that is not in the bundle; the errors in a person's words.
    pub fn format_pattern<'p>(
        &'p self,
        pattern: &'p Pattern<'p>,
        args: &FluentArgs<'_>,
    ) -> Result<Cow<'p, str>, Vec<String>> {
        let mut errors = Vec::new();
        let text = self.0.format_pattern(pattern, Some(args), &mut errors);
        if errors.is_empty() { Ok(text) } else { Err(errors.iter().map(in_words).collect()) }
    }
}

impl std::fmt::Debug for Bundle {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Bundle").field(&self.0.locales).finish()
    }
}

/// The terms of a locale that are sound, ready to be resolved.
#[derive(Debug)]
pub(super) struct Terms {
    pub file: File,
    locale: LocaleRef,
    digits: Digits,
    bundle: OnceLock<Bundle>,
}

impl Terms {
    /// The terms of a file.
    pub fn new(file: File, locale: LocaleRef, digits: Digits) -> Self {
        Self { file, locale, digits, bundle: OnceLock::new() }
    }

    /// A bundle of the terms alone.
    pub fn bundle(&self) -> &Bundle {
        self.bundle.get_or_init(|| Bundle::new(&self.locale, self.digits, &[&self.file]))
    }

    /// A bundle of the terms and the messages of files; of two with one name the later file's
    /// counts.
    pub fn bundle_with(&self, messages: &[&File]) -> Bundle {
        let files: Vec<_> = [&self.file].into_iter().chain(messages.iter().copied()).collect();
        Bundle::new(&self.locale, self.digits, &files)
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
