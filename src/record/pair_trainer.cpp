// Training of the pair classifier on lexicon/training/.
#include "record/pair_trainer.h"

#include <algorithm>

#include "base/mapped_file.h"
#include "base/tsv.h"
#include "record/pair_coder.h"

namespace annals {
namespace {

namespace fs = std::filesystem;

void read_table(const fs::path& path, std::vector<TrainingSentence>& out) {
  const MappedFile file = MappedFile::open(path.string(), "Check the file and its permissions.");
  const std::string_view text(reinterpret_cast<const char*>(file.bytes().data()), file.bytes().size());
  const TsvTable table(text, path.string());
  const std::size_t sentence = table.column("sentence"), type = table.column("type");
  const auto plv = table.find_column("plv");
  for (const TsvRow& row : table) {
    const std::string where = path.string() + ":" + std::to_string(row.line);
    const std::string_view label = plv && !row[*plv].empty() ? row[*plv] : row[type];
    out.push_back({parse_marks(row[sentence], where), std::string(label)});
  }
}

}  // namespace

MarkedSentence parse_marks(std::string_view marked, const std::string& where) {
  MarkedSentence sentence;
  std::optional<std::uint32_t> actor, recipient;
  for (std::size_t i = 0; i < marked.size(); ++i) {
    const std::string_view mark = marked.substr(i, 2);
    const auto at = static_cast<std::uint32_t>(sentence.text.size());
    if (mark == "[[" && !actor) {
      actor = at;
    } else if (mark == "<<" && !recipient) {
      recipient = at;
    } else if (mark == "]]" && actor && !sentence.actor) {
      sentence.actor = ByteSpan{*actor, at};
    } else if (mark == ">>" && recipient && !sentence.recipient) {
      sentence.recipient = ByteSpan{*recipient, at};
    } else {
      sentence.text.push_back(marked[i]);
      continue;
    }
    ++i;
  }
  if (!sentence.actor || !sentence.recipient) {
    throw Error{Fault::lexicon, where, "the sentence marks no pair",
                "Put [[ ]] around the actor and << >> around the recipient."};
  }
  return sentence;
}

std::vector<TrainingSentence> read_training(const fs::path& folder) {
  std::vector<TrainingSentence> sentences;
  if (!fs::is_directory(folder)) return sentences;
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() == ".tsv") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  for (const fs::path& path : paths) read_table(path, sentences);
  return sentences;
}

std::vector<PairExample> pair_examples(const ModelFile& model, const std::vector<TrainingSentence>& sentences) {
  const Lexicon lexicon(model);
  const Engine engine(model);
  const ActTables tables(lexicon);
  const ActFinder finder(tables);
  const WordVectors vectors(model);
  EngineWorkspace workspace;
  Annotation annotation;
  PairWorkspace pairs;
  std::vector<PairExample> examples;
  for (const auto& [sentence, type] : sentences) {
    engine.annotate(sentence.text, workspace, annotation);
    const TokenSpan actor = tokens_of(annotation, sentence.actor),
                    recipient = tokens_of(annotation, sentence.recipient);
    act_between(finder, annotation, actor, recipient, pairs);
    PairExample& example = examples.emplace_back();
    example.type = type;
    pair_features(annotation, actor, recipient, pairs, vectors, example.features);
  }
  return examples;
}

void add_pair_classifier(const std::string& from, const fs::path& lexicon, const std::string& to) {
  const ModelFile model(from);
  ModelWriter writer;
  for (const SectionEntry& entry : model.sections()) writer.add(entry.name, model.section(entry.name));
  const auto sentences = read_training(lexicon / "training");
  if (!sentences.empty()) write_pair_weights(learn_pairs(pair_examples(model, sentences)), writer);
  writer.write(to);
}

}  // namespace annals
