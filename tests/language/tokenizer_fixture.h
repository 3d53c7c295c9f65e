// The tokenizer's sections of the model, built from the pinned pipeline, and the escapes of the fixtures.
#pragma once
#include <string>
#include <string_view>

#include "language/tokenizer.h"
#include "model/model_file.h"

namespace annals {

// A model that holds only what import_tokenizer() writes, from a pipeline directory. Built once a process.
const ModelFile& tokenizer_model();         // of the pipeline that Annals uses
const ModelFile& second_tokenizer_model();  // of the other one

// A tokenizer over tokenizer_model(), shared by tests.
const Tokenizer& shared_tokenizer();

// The text that a fixture's cell stands for: \s, \n, \t, \r, \\ and \u{...}.
std::string unescape(std::string_view cell);
// The cell for a token.
std::string escape(std::string_view text);

std::string read_fixture(const std::string& name);  // of tests/language

}  // namespace annals
