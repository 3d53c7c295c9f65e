// Runs one story's resolution.
#include "actor/actor_resolver.h"

#include "actor/resolution.h"

namespace annals {

ActorBuffers::ActorBuffers() : workspace_(std::make_unique<ActorWorkspace>()) {}
ActorBuffers::~ActorBuffers() = default;
ActorBuffers::ActorBuffers(ActorBuffers&&) noexcept = default;
ActorBuffers& ActorBuffers::operator=(ActorBuffers&&) noexcept = default;

void ActorResolver::resolve(const Annotation& story, std::optional<Day> published, std::span<const LocatedSpan> places,
                            ActorBuffers& buffers, ActorLayer& out, std::string_view title) const {
  out.clear();
  Resolution(lexicon_, story, published, places, *buffers.workspace_, out).run(title);
}

}  // namespace annals
