// Finds the actors of a story: who is mentioned, under which words, and what the list says of them.
#pragma once
#include <memory>
#include <optional>
#include <span>

#include "actor/actor.h"
#include "actor/actor_lexicon.h"
#include "language/annotation.h"

namespace annals {

struct ActorWorkspace;

// One thread's buffers, kept from story to story.
class ActorBuffers {
 public:
  ActorBuffers();
  ~ActorBuffers();
  ActorBuffers(ActorBuffers&&) noexcept;
  ActorBuffers& operator=(ActorBuffers&&) noexcept;

 private:
  friend class ActorResolver;
  std::unique_ptr<ActorWorkspace> workspace_;
};

class ActorResolver {
 public:
  explicit ActorResolver(const ActorLexicon& lexicon) : lexicon_(lexicon) {}  // borrowed; the model owns it

  // Fills `out`. Without a day, no office holder is looked up by title. `places` may tell the countries of places, and
  // `title` what the story is about.
  void resolve(const Annotation& story, std::optional<Day> published, std::span<const LocatedSpan> places,
               ActorBuffers& buffers, ActorLayer& out, std::string_view title = {}) const;

 private:
  const ActorLexicon& lexicon_;
};

}  // namespace annals
