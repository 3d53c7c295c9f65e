// Looking stories up by id and content.
#include "ledger/known_stories.h"

namespace annals {
namespace {

constexpr const char* kByDoc =
    "SELECT s.id, s.current, r.program = ?2 AND r.model = ?3 AND r.lexicon = ?4 FROM stories s"
    " JOIN runs r ON r.id = s.run WHERE s.digest = ?1 AND s.doc = ?5 ORDER BY s.version DESC LIMIT 1";
constexpr const char* kByDigest =
    "SELECT s.id, s.current, r.program = ?2 AND r.model = ?3 AND r.lexicon = ?4 FROM stories s"
    " JOIN runs r ON r.id = s.run WHERE s.digest = ?1 ORDER BY s.current DESC, s.id LIMIT 1";

}  // namespace

KnownStories::KnownStories(SQLite::Database& database, const Provenance& by)
    : by_doc_(database, kByDoc), by_digest_(database, kByDigest) {
  for (SQLite::Statement* statement : {&by_doc_, &by_digest_}) {
    statement->bind(2, by.program);
    statement->bind(3, by.model);
    statement->bind(4, by.lexicon);
  }
}

std::optional<KnownStory> KnownStories::find(const StoryIdentity& identity) {
  SQLite::Statement& query = identity.own_id ? by_doc_ : by_digest_;
  query.tryReset();
  query.bindNoCopy(1, identity.digest.data(), static_cast<int>(identity.digest.size()));
  if (identity.own_id) query.bindNoCopy(5, identity.doc);
  std::optional<KnownStory> known;
  if (query.executeStep()) {
    known =
        KnownStory{query.getColumn(0).getInt64(), query.getColumn(1).getInt() == 1, query.getColumn(2).getInt() == 1};
  }
  query.reset();
  return known;
}

}  // namespace annals
