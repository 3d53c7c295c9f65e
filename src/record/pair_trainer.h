// Training of the pair classifier on lexicon/training/ while the model is built.
#pragma once
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "model/model_file.h"
#include "record/pair_classifier.h"
#include "story/marked_sentence.h"

namespace annals {

struct TrainingSentence {
  MarkedSentence sentence;
  std::string type;
};

// "[[Ostland]] recalled its envoy from <<Tal>>." to a marked sentence. Throws Error{Fault::lexicon} that names `where`
// if a side is not marked once.
MarkedSentence parse_marks(std::string_view marked, const std::string& where);

// The sentences of all tables in a folder, in the order of their names; none where there is no such folder. Columns are
// sentence and type, and optionally plv for the type by the published pair set where it differs.
std::vector<TrainingSentence> read_training(const std::filesystem::path& folder);

// What the engine and the frames of `model` see of the sentences.
std::vector<PairExample> pair_examples(const ModelFile& model, const std::vector<TrainingSentence>& sentences);

// Writes the model at `from` to `to` with the classifier added, if `lexicon` has training sentences.
void add_pair_classifier(const std::string& from, const std::filesystem::path& lexicon, const std::string& to);

}  // namespace annals
