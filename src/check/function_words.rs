//! The small words that tell one language from another.

/// Function words, lower case, by primary language subtag.
const WORDS: [(&str, &str); 4] = [
    (
        "en",
        "the of and to in is are was were for with that which by from at an be been has have had \
         not this these those it its their they them we our you your he she his her or but who \
         will would should must can could into than between about when where what how if there",
    ),
    (
        "fr",
        "le la les l d de du des un une et est sont dans pour par sur avec que qui quoi dont ce \
         cette ces cet au aux il elle ils elles nous vous ne pas plus se sa son ses leur leurs ou \
         mais entre été être sous sans chez vers lors ainsi donc",
    ),
    (
        "es",
        "el la los las de del y e en un una unos unas que es son por para con se su sus al lo no \
         más como o u pero entre ha han fue fueron este esta estos estas ese esa sin sobre hasta \
         desde también cuando donde muy ya",
    ),
    (
        "ru",
        "и в во на с со по для не что к ко от из о об до при за его их ее она они мы вы это как \
         или но также быть был была были которые который которая этого",
    ),
];

/// Small words inside names: “Francisco de la Torre”, “Médecins du Monde”.
const PARTICLES: &str = "de la del der den des du di da das do dos van von zu y e el al bin ibn \
                         ter ten le les los las et d l ad en";

/// Whether a word (lower case) is a function word of a language.
pub(super) fn is_function_word(word: &str, language: &str) -> bool {
    let known = WORDS.iter().find(|(known, _)| *known == language);
    known.is_some_and(|(_, words)| words.split_whitespace().any(|known| known == word))
}

/// Whether a word stands in lower case inside names.
pub(super) fn is_particle(word: &str) -> bool {
    PARTICLES.split_whitespace().any(|known| known == word)
}
