// Who did what to whom: the pairs of actor and recipient that occur most.
#include <SQLiteCpp/Statement.h>

#include <algorithm>
#include <set>
#include <unordered_map>
#include <vector>

#include "ledger/row_search.h"
#include "server/filters.h"
#include "server/record_json.h"
#include "server/scores.h"
#include "server/type_counts.h"
#include "server/views.h"

namespace annals {
namespace {

struct Edge {
  std::int64_t from = 0, to = 0;
  std::int64_t events = 0;
  std::unordered_map<int, std::int64_t> deeds;  // by the number of type and mode
};

struct Parts {
  std::int64_t acted = 0, received = 0;
};

// Numbers for texts, in the order in which they come.
class Numbers {
 public:
  int of(const std::string& text) {
    const auto [at, fresh] = numbers_.try_emplace(text, static_cast<int>(texts_.size()));
    if (fresh) texts_.push_back(text);
    return at->second;
  }
  const std::string& text(int number) const { return texts_[static_cast<std::size_t>(number)]; }

 private:
  std::unordered_map<std::string, int> numbers_;
  std::vector<std::string> texts_;
};

struct Network {
  std::unordered_map<std::uint64_t, Edge> edges;  // by both ends
  std::unordered_map<std::int64_t, Parts> nodes;
  Numbers deeds;  // "ASSAULT aerial"

  void add(const std::set<std::int64_t>& actors, const std::set<std::int64_t>& recipients, int deed) {
    for (const std::int64_t actor : actors) ++nodes[actor].acted;
    for (const std::int64_t recipient : recipients) ++nodes[recipient].received;
    for (const std::int64_t from : actors) {
      for (const std::int64_t to : recipients) {
        if (from == to) continue;
        Edge& edge = edges[static_cast<std::uint64_t>(from) << 32 | static_cast<std::uint64_t>(to)];
        edge.from = from;
        edge.to = to;
        ++edge.events;
        ++edge.deeds[deed];
      }
    }
  }
};

// A node's number for each actor: its row, or the first row that has the country; 0 where it has none.
std::unordered_map<std::int64_t, std::int64_t> country_nodes(SQLite::Database& db) {
  std::unordered_map<std::string, std::int64_t> first;
  std::unordered_map<std::int64_t, std::int64_t> nodes;
  for (SQLite::Statement row(db, "SELECT id, country FROM actors"); row.executeStep();) {
    const std::string country = row.getColumn(1).getString();
    const std::int64_t id = row.getColumn(0).getInt64();
    nodes[id] = country.empty() ? 0 : first.try_emplace(country, id).first->second;
  }
  return nodes;
}

Network find_network(SQLite::Database& db, const RecordFilter& filter, bool by_country) {
  Network network;
  const KindTable& events = table_of(RecordKind::event);
  const auto conditions = conditions_of(db, filter, events);
  if (!conditions) return network;
  const auto countries = by_country ? country_nodes(db) : std::unordered_map<std::int64_t, std::int64_t>();
  const SqlText sql = SqlText()
                          .add(
                              "SELECT m.id, m.deed, p.role = 'actor', p.actor FROM (SELECT r.id AS id, "
                              "coalesce(r.type, '') || ' ' || coalesce(r.mode, '') AS deed")
                          .add(from_rows(db, events, *conditions))
                          .add(") m CROSS JOIN event_actors p ON p.event = m.id");
  std::int64_t event = 0;
  int deed = 0;
  std::set<std::int64_t> actors, recipients;
  for (SQLite::Statement row = prepare(db, sql); row.executeStep();) {
    if (const std::int64_t id = row.getColumn(0).getInt64(); id != event) {
      if (event != 0) network.add(actors, recipients, deed);
      actors.clear();
      recipients.clear();
      event = id;
      deed = network.deeds.of(row.getColumn(1).getText());
    }
    std::int64_t node = row.getColumn(3).getInt64();
    if (by_country) node = countries.at(node);
    if (node != 0) (row.getColumn(2).getInt() != 0 ? actors : recipients).insert(node);
  }
  if (event != 0) network.add(actors, recipients, deed);
  return network;
}

std::vector<const Edge*> strongest(const Network& network, std::size_t limit) {
  std::vector<const Edge*> edges;
  edges.reserve(network.edges.size());
  for (const auto& [ends, edge] : network.edges) edges.push_back(&edge);
  const auto stronger = [](const Edge* a, const Edge* b) {
    if (a->events != b->events) return a->events > b->events;
    return a->from != b->from ? a->from < b->from : a->to < b->to;
  };
  const auto end = edges.begin() + static_cast<std::ptrdiff_t>(std::min(limit, edges.size()));
  std::partial_sort(edges.begin(), end, edges.end(), stronger);
  edges.erase(end, edges.end());
  return edges;
}

void write_edge(JsonWriter& json, const Edge& edge, const Numbers& deeds) {
  TypeCounts types;
  double sum = 0;
  std::int64_t scored = 0;
  for (const auto& [number, count] : edge.deeds) {
    const std::string& deed = deeds.text(number);
    const std::string type = deed.substr(0, deed.find(' ')), mode = deed.substr(deed.find(' ') + 1);
    types[type] += count;
    if (const Score* score = score_of(type, mode)) {
      sum += score->score * static_cast<double>(count);
      scored += count;
    }
  }
  json.begin_object();
  json.key("from").value(std::to_string(edge.from));
  json.key("to").value(std::to_string(edge.to));
  json.key("events").value(edge.events);
  json.key("types");
  write_type_counts(json, types);
  json.key("score");
  scored > 0 ? json.value(sum / static_cast<double>(scored)) : json.null();
  json.end_object();
}

void write_nodes(JsonWriter& json, SQLite::Database& db, const Network& network, const std::vector<const Edge*>& edges,
                 bool by_country) {
  std::set<std::int64_t> shown;
  for (const Edge* edge : edges) shown.insert({edge->from, edge->to});
  SQLite::Statement select(db, "SELECT name, country, sector FROM actors WHERE id = ?");
  json.key("nodes");
  json.begin_array();
  for (const std::int64_t id : shown) {
    select.reset();
    select.bind(1, id);
    if (!select.executeStep()) continue;
    const std::string country = select.getColumn(1).getString();
    json.begin_object();
    json.key("id").value(std::to_string(id));
    json.key("name").value(by_country ? country : select.getColumn(0).getString());
    write_text(json, "country", country);
    if (!by_country) write_text(json, "sector", select.getColumn(2).getString());
    const Parts& parts = network.nodes.at(id);
    json.key("acted").value(parts.acted);
    json.key("received").value(parts.received);
    json.end_object();
  }
  json.end_array();
}

}  // namespace

void write_network(JsonWriter& json, SQLite::Database& db, const Call& call) {
  const bool by_country = call.value("by") == "country";
  const Network network = find_network(db, filter_of(call, RecordKind::event), by_country);
  const auto edges = strongest(network, static_cast<std::size_t>(call.number("limit", 80)));
  json.begin_object();
  write_nodes(json, db, network, edges, by_country);
  json.key("edges");
  json.begin_array();
  for (const Edge* edge : edges) write_edge(json, *edge, network.deeds);
  json.end_array();
  json.end_object();
}

}  // namespace annals
