// What the tests of actors share: the model's engine, the lexicon of the source tree, and one story read to actors.
#pragma once
#include <array>
#include <memory>
#include <string>
#include <vector>

#include "actor/actor_resolver.h"
#include "language/engine.h"
#include "support/fixture.h"

namespace annals {

inline constexpr std::array<const char*, 9> kActorTables = {
    "countries", "regions", "actors", "leaders", "officials", "titles", "descriptors", "given_names", "actor_words"};

inline const Engine& actor_engine() {
  static const ModelFile file(ANNALS_MODEL);  // built by `make model`
  static const Engine instance(file);
  return instance;
}

inline const std::vector<ActorTable>& source_tables() {
  static const std::vector<ActorTable> tables = [] {
    static std::array<std::string, kActorTables.size()> texts;
    std::vector<ActorTable> made;
    for (std::size_t i = 0; i < kActorTables.size(); ++i) {
      const std::string path = std::string("lexicon/") + kActorTables[i] + ".tsv";
      texts[i] = support::read_file(path);
      made.push_back({kActorTables[i], texts[i], path});
    }
    return made;
  }();
  return tables;
}

inline const ActorLexicon& source_lexicon() {
  static const ActorLexicon lexicon(source_tables());
  return lexicon;
}

inline std::optional<Day> day_of_text(const std::string& iso) {
  if (iso.size() < 10) return std::nullopt;
  using namespace std::chrono;
  return Day{year{std::stoi(iso.substr(0, 4))} / std::stoi(iso.substr(5, 2)) / std::stoi(iso.substr(8, 2))};
}

struct ReadActors {
  std::unique_ptr<std::string> text;  // what the annotation borrows
  Annotation annotation;
  ActorLayer layer;
};

inline ReadActors read_actors(const std::string& text, const std::string& published,
                              const ActorLexicon& lexicon = source_lexicon()) {
  ReadActors read{std::make_unique<std::string>(text), {}, {}};
  EngineWorkspace workspace;
  actor_engine().annotate(*read.text, workspace, read.annotation);
  ActorBuffers buffers;
  ActorResolver(lexicon).resolve(read.annotation, day_of_text(published), {}, buffers, read.layer);
  return read;
}

}  // namespace annals
