// Which stories a ledger in SQLite has, asked before a story is read and again before it is stored.
#pragma once
#include <SQLiteCpp/SQLiteCpp.h>

#include <optional>

#include "annals/ledger.h"
#include "ledger/known_story.h"
#include "ledger/story_identity.h"

namespace annals {

class KnownStories {
 public:
  // Borrows the connection.
  KnownStories(SQLite::Database& database, const Provenance& by);

  std::optional<KnownStory> find(const StoryIdentity& identity);

 private:
  SQLite::Statement by_doc_;
  SQLite::Statement by_digest_;
};

}  // namespace annals
