//! Exchange with translation tools: releases as XLIFF, TMX and HTML; XLIFF back into messages.

mod codes;
