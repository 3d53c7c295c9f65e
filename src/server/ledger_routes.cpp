// The ledger as a whole: /health, /ledger.
#include "output/json_writer.h"
#include "server/routes.h"

namespace annals {

Answer get_health(const ApiParts& parts, const Call&) {
  parts.ledger.ask([](SQLite::Database& db) { return db.execAndGet("SELECT count(*) FROM runs").getString(); });
  std::string out;
  JsonWriter json(out);
  json.begin_object();
  json.key("status").value("ok");
  json.key("version").value(parts.options.version);
  json.end_object();
  return {200, out};
}

}  // namespace annals
