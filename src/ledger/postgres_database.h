// A ledger in PostgreSQL: connected to, laid down or brought up to this version's schema.
#pragma once
#include <memory>
#include <pqxx/pqxx>
#include <string>

#include "annals/error.h"
#include "ledger/known_story.h"
#include "ledger/story_identity.h"

namespace annals {

// One connection, for one thread. Throws Error{Fault::ledger} where the server can not be reached, the role may not
// make tables, or the ledger was made by a newer annals.
class PostgresDatabase {
 public:
  explicit PostgresDatabase(const std::string& url);

  pqxx::connection& connection() { return *connection_; }
  // The URL as messages name it, without a password.
  const std::string& name() const { return name_; }

 private:
  void migrate();

  std::string name_;
  std::unique_ptr<pqxx::connection> connection_;
};

// What libpqxx complains about, in one line for the user of the ledger called `name`.
Error postgres_error(const std::string& name, const std::exception& fault);

// KnownStories over PostgreSQL.
class PostgresKnownStories {
 public:
  PostgresKnownStories(PostgresDatabase& database, const Provenance& by);

  // In a transaction of its own, or in that of the caller.
  std::optional<KnownStory> find(const StoryIdentity& identity);
  std::optional<KnownStory> find(const StoryIdentity& identity, pqxx::transaction_base& transaction);

 private:
  PostgresDatabase& database_;
  Provenance by_;
};

}  // namespace annals
