// Writing of the actor layer.
#include "output/actor_layer.h"

#include <algorithm>

namespace annals {
namespace {

constexpr std::string_view kMentionKindNames[] = {"name", "modifier", "description", "pronoun", "speaker"};

std::string_view name_of(MentionKind kind) { return kMentionKindNames[static_cast<std::size_t>(kind)]; }

void text_or_null(LayerRows& rows, std::string_view key, std::string_view value) {
  value.empty() ? rows.null(key) : rows.field(key, value);
}

// The layer is ordered by head; "the president of Kenya" and "Kenya" are read in the order in which they begin.
std::vector<const Mention*> in_text_order(const ActorLayer& actors) {
  std::vector<const Mention*> mentions;
  for (const Mention& mention : actors.mentions) {
    if (mention.entity != kNobody && actors.entities[mention.entity].actor && !mention.words.empty())
      mentions.push_back(&mention);
  }
  std::stable_sort(mentions.begin(), mentions.end(), [](const Mention* a, const Mention* b) {
    return a->words.begin != b->words.begin ? a->words.begin < b->words.begin : a->words.end > b->words.end;
  });
  return mentions;
}

}  // namespace

void actor_rows(const ActorLayer& actors, const Annotation& annotation, LayerRows& rows) {
  for (const Mention* mention : in_text_order(actors)) {
    const ActorEntity& entity = actors.entities[mention->entity];
    rows.begin();
    rows.words(
        {annotation.tokens[mention->words.begin].bytes.begin, annotation.tokens[mention->words.end - 1].bytes.end});
    rows.field("kind", name_of(mention->kind));
    rows.field("name", entity.name);
    text_or_null(rows, "country", entity.country);
    text_or_null(rows, "sector", sector_name(entity.sector));
    rows.field("entity", mention->entity);
    rows.end();
  }
}

}  // namespace annals
