// What the tokenizer and the lexical attributes need, from a spaCy pipeline into the model file.
#pragma once
#include <filesystem>

#include "model/model_file.h"
#include "model/spacy_pipeline.h"

namespace annals {

// `lexicon` is the folder that holds word_classes.tsv and norms.tsv. Writes these sections:
//   tokenizer.rules       strings for PCRE2: prefix, suffix, infix, token, url ("" where the pipeline has none); then
//                         u32 suffix bound in characters (0: unknown), u8 faster_heuristics
//   tokenizer.exceptions  u32 count; for each: string text, u32 parts; for each part: string orth, u8 has a norm,
//                         string norm. The orths put together are the text.
//   lexeme.norms          FrozenSlot: string_key of a word -> index into lexeme.norm_keys
//   lexeme.norm_keys      u64: string_key of the norm
//   lexeme.words          FrozenSlot: string_key of a lower-cased word -> WordClass bits
// Throws Error{Fault::model} or Error{Fault::lexicon} where something is missing or malformed.
void import_tokenizer(const SpacyPipeline& pipeline, const std::filesystem::path& lexicon, ModelWriter& writer);

}  // namespace annals
