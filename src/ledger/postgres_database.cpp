// Connecting, the steps of the schema, and libpqxx's faults in plain words.
#include "ledger/postgres_database.h"

#include <algorithm>

#include "ledger/schema.h"

namespace annals {
namespace {

// "postgresql://ann:secret@host/db" without ":secret".
std::string without_password(std::string url) {
  const std::size_t scheme = url.find("://");
  const std::size_t at = url.rfind('@');
  if (scheme != url.npos && at != url.npos) {
    const std::size_t colon = url.find(':', scheme + 3);
    if (colon < at) url.erase(colon, at - colon);
  }
  if (const std::size_t key = url.find("password="); key != url.npos) {
    url.replace(key + 9, std::min(url.find_first_of(" &", key), url.size()) - key - 9, "...");
  }
  return url;
}

// The server's words on one line, without its "ERROR:  ".
std::string first_line(std::string text) {
  text = text.substr(0, text.find('\n'));
  if (const std::size_t mark = text.find("ERROR:  "); mark != text.npos) text.erase(0, mark + 8);
  while (!text.empty() && (text.back() == '.' || text.back() == ' ')) text.pop_back();
  return text;
}

}  // namespace

Error postgres_error(const std::string& name, const std::exception& fault) {
  const auto error = [&](const std::string& problem, std::string remedy) {
    return Error{Fault::ledger, name, problem, std::move(remedy)};
  };
  const std::string problem = first_line(fault.what());
  if (dynamic_cast<const pqxx::insufficient_privilege*>(&fault) != nullptr) {
    return error(problem, "Ask the owner of the database for the right to CREATE in it.");
  }
  if (dynamic_cast<const pqxx::disk_full*>(&fault) != nullptr) {
    return error("the server's disk is full", "Make room and call annals again; what was stored is kept.");
  }
  const auto* sql = dynamic_cast<const pqxx::sql_error*>(&fault);
  if (sql != nullptr && problem.find("lock timeout") != problem.npos) {  // libpqxx 6 has no class for it
    return error("another program is writing to it", "Wait until it is done, then call annals again.");
  }
  if (sql != nullptr) return error(problem, "Call annals again; report this if it stays.");
  if (dynamic_cast<const pqxx::broken_connection*>(&fault) != nullptr) {
    return error(problem,
                 "Check the URL (postgresql://USER@HOST/DATABASE) and that the server runs; what was stored is kept.");
  }
  return error(problem, "Call annals again; report this if it stays.");
}

PostgresDatabase::PostgresDatabase(const std::string& url) : name_(without_password(url)) {
  try {
    connection_ = std::make_unique<pqxx::connection>(url);
    migrate();
    pqxx::nontransaction setting(*connection_);
    setting.exec("SET search_path TO annals, public; SET client_encoding TO 'UTF8'; SET lock_timeout TO '30s'");
  } catch (const pqxx::failure& fault) {
    throw postgres_error(name_, fault);
  }
}

void PostgresDatabase::migrate() {
  pqxx::work transaction(*connection_);
  transaction.exec("SET LOCAL client_min_messages TO warning");
  transaction.exec("SELECT pg_advisory_xact_lock(1095650892)");  // "ANNL": one at a time
  const auto steps = postgres_schema();
  const bool there = !transaction.exec1("SELECT to_regclass('annals.ledger')")[0].is_null();
  const int found = there ? transaction.exec1("SELECT version FROM annals.ledger")[0].as<int>() : 0;
  const int newest = static_cast<int>(steps.size());
  if (found > newest) {
    throw Error{Fault::ledger, name_,
                "it was made by a newer annals (format " + std::to_string(found) + "; this annals reads up to " +
                    std::to_string(newest) + ")",
                "Update annals."};
  }
  if (found == newest) return;
  for (auto step = static_cast<std::size_t>(found); step < steps.size(); ++step) {
    transaction.exec(std::string(steps[step]));
  }
  transaction.exec("UPDATE annals.ledger SET version = " + std::to_string(newest));
  transaction.commit();
}

PostgresKnownStories::PostgresKnownStories(PostgresDatabase& database, const Provenance& by)
    : database_(database), by_(by) {
  const std::string columns =
      "SELECT s.id, s.current, r.program = $2 AND r.model = $3 AND r.lexicon::text = $4 FROM stories s"
      " JOIN runs r ON r.id = s.run WHERE s.digest = decode($1, 'hex')";
  try {
    pqxx::connection& connection = database_.connection();
    connection.prepare("known_by_doc", columns + " AND s.doc = $5 ORDER BY s.version DESC LIMIT 1");
    connection.prepare("known_by_digest", columns + " ORDER BY s.current DESC, s.id LIMIT 1");
  } catch (const pqxx::failure& fault) {
    throw postgres_error(database_.name(), fault);
  }
}

std::optional<KnownStory> PostgresKnownStories::find(const StoryIdentity& identity) {
  try {
    pqxx::nontransaction transaction(database_.connection());
    return find(identity, transaction);
  } catch (const pqxx::failure& fault) {
    throw postgres_error(database_.name(), fault);
  }
}

std::optional<KnownStory> PostgresKnownStories::find(const StoryIdentity& identity,
                                                     pqxx::transaction_base& transaction) {
  const std::string digest = hex(identity.digest);
  const pqxx::result found =
      identity.own_id
          ? transaction.exec_prepared("known_by_doc", digest, by_.program, by_.model, by_.lexicon, identity.doc)
          : transaction.exec_prepared("known_by_digest", digest, by_.program, by_.model, by_.lexicon);
  if (found.empty()) return std::nullopt;
  return KnownStory{found[0][0].as<std::int64_t>(), found[0][1].as<bool>(), found[0][2].as<bool>()};
}

}  // namespace annals
