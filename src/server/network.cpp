// Who did what to whom: the pairs of actor and recipient that occur most.
#include <SQLiteCpp/Statement.h>

#include <algorithm>
#include <set>
#include <unordered_map>
#include <vector>

#include "base/iso_date.h"
#include "ledger/dyads.h"
#include "ledger/tallies.h"
#include "server/chosen_rows.h"
#include "server/filters.h"
#include "server/record_json.h"
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
        Edge& both = edge(from, to);
        ++both.events;
        ++both.deeds[deed];
      }
    }
  }

  static std::uint64_t key(std::int64_t from, std::int64_t to) {
    return static_cast<std::uint64_t>(from) << 32 | static_cast<std::uint64_t>(to);
  }
  Edge& edge(std::int64_t from, std::int64_t to) {
    Edge& both = edges[key(from, to)];
    both.from = from;
    both.to = to;
    return both;
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

// Counts events one by one, from the parts that actors have in them.
void count_network(SQLite::Database& db, const SqlText& chosen, bool by_country, Network& network) {
  const auto countries = by_country ? country_nodes(db) : std::unordered_map<std::int64_t, std::int64_t>();
  const SqlText sql = SqlText()
                          .add(
                              "SELECT m.id, m.type, m.mode, p.role = 'actor', p.actor FROM (SELECT r.id AS id, "
                              "coalesce(r.type, '') AS type, coalesce(r.mode, '') AS mode")
                          .add(chosen)
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
      deed = network.deeds.of(row.getColumn(1).getString() + ' ' + row.getColumn(2).getString());
    }
    std::int64_t node = row.getColumn(4).getInt64();
    if (by_country) node = countries.at(node);
    if (node != 0) (row.getColumn(3).getInt() != 0 ? actors : recipients).insert(node);
  }
  if (event != 0) network.add(actors, recipients, deed);
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

// The network of the whole ledger or of a time, from the tallies: first how strong each edge is, then, for the
// strongest, what was done.
class TalliedNetwork {
 public:
  TalliedNetwork(SQLite::Database& db, const RecordFilter& filter, bool by_country)
      : db_(db), filter_(filter), by_country_(by_country) {
    if (by_country) read_countries();
  }

  Network read(std::size_t limit) {
    std::unordered_map<std::uint64_t, std::int64_t> counts;
    for (SQLite::Statement pair = pairs(); pair.executeStep();) {
      counts[Network::key(node(pair.getColumn(0)), node(pair.getColumn(1)))] += count(pair);
    }
    Network shown;
    for (const std::uint64_t key : most(counts, limit)) {
      shown.edge(static_cast<std::int64_t>(key >> 32), static_cast<std::int64_t>(key & 0xFFFFFFFF));
    }
    for (SQLite::Statement pair = pairs(); pair.executeStep();) {
      const auto found = shown.edges.find(Network::key(node(pair.getColumn(0)), node(pair.getColumn(1))));
      if (found == shown.edges.end()) continue;
      found->second.events += count(pair);
      const int deed = shown.deeds.of(pair.getColumn(2).getString() + ' ' + pair.getColumn(3).getString());
      found->second.deeds[deed] += count(pair);
    }
    for (const auto& [ends, edge] : shown.edges) {
      for (const std::int64_t one : {edge.from, edge.to}) {
        if (shown.nodes.contains(one)) continue;
        shown.nodes[one] = {parts(one, "actor"), parts(one, "recipient")};
      }
    }
    return shown;
  }

 private:
  // The keys with the highest counts; of equal ones, the lowest keys.
  static std::vector<std::uint64_t> most(const std::unordered_map<std::uint64_t, std::int64_t>& counts,
                                         std::size_t limit) {
    std::vector<std::pair<std::int64_t, std::uint64_t>> order;
    order.reserve(counts.size());
    for (const auto& [key, count] : counts) order.emplace_back(-count, key);
    const auto end = order.begin() + static_cast<std::ptrdiff_t>(std::min(limit, order.size()));
    std::partial_sort(order.begin(), end, order.end());
    std::vector<std::uint64_t> keys;
    for (auto at = order.begin(); at != end; ++at) keys.push_back(at->second);
    return keys;
  }

  static std::int64_t count(SQLite::Statement& pair) { return pair.getColumn(4).getInt64(); }

  void read_countries() {
    SQLite::Statement row(db_, "SELECT country, min(id) FROM actors WHERE country <> '' GROUP BY country");
    while (row.executeStep()) {
      nodes_[row.getColumn(0).getString()] = row.getColumn(1).getInt64();
      countries_[row.getColumn(1).getInt64()] = row.getColumn(0).getString();
    }
  }

  SQLite::Statement pairs() {
    return prepare(db_, SqlText()
                            .add("SELECT r.source, r.target, r.type, r.mode, r.events")
                            .add(from_tally(by_country_ ? "country_pairs" : "actor_pairs", filter_)));
  }

  std::int64_t node(const SQLite::Column& end) { return by_country_ ? nodes_.at(end.getString()) : end.getInt64(); }

  // In how many events the node has the role.
  std::int64_t parts(std::int64_t node, const std::string& role) {
    SqlText sql;
    if (by_country_) {
      sql.add("SELECT coalesce(sum(r.events), 0)").add(from_tally("country_parts", filter_));
      sql.add(" AND r.country = ").value(countries_.at(node)).add(" AND r.role = ").value(role);
    } else {
      sql.add("SELECT count(*) FROM (SELECT DISTINCT p.day, p.event FROM event_actors p WHERE p.actor = ");
      sql.value(node).add(" AND p.role = ").value(role);
      if (filter_.since) sql.add(" AND p.day >= ").value(iso_date(*filter_.since));
      if (filter_.until) sql.add(" AND p.day <= ").value(iso_date(*filter_.until));
      sql.add(")");
    }
    SQLite::Statement row = prepare(db_, sql);
    return row.executeStep() ? row.getColumn(0).getInt64() : 0;
  }

  SQLite::Database& db_;
  const RecordFilter& filter_;
  const bool by_country_;
  std::unordered_map<std::string, std::int64_t> nodes_;      // by country
  std::unordered_map<std::int64_t, std::string> countries_;  // by node
};

Network find_network(const Snapshot& ledger, const RecordFilter& filter, bool by_country, std::size_t limit) {
  if (only_days(filter)) return TalliedNetwork(ledger.db, filter, by_country).read(limit);
  Network network;
  const auto chosen = from_chosen(ledger, filter, RecordKind::event);
  if (chosen) count_network(ledger.db, *chosen, by_country, network);
  return network;
}

void write_edge(JsonWriter& json, const Edge& edge, const Numbers& deeds) {
  TypeCounts types;
  double sum = 0;
  std::int64_t scored = 0;
  for (const auto& [number, count] : edge.deeds) {
    const std::string& deed = deeds.text(number);
    const std::string type = deed.substr(0, deed.find(' ')), mode = deed.substr(deed.find(' ') + 1);
    types[type] += count;
    if (const ActScores::Score* score = ActScores::instance().find(type, mode)) {
      sum += score->value * static_cast<double>(count);
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

void write_network(JsonWriter& json, const Snapshot& ledger, const Call& call) {
  const bool by_country = call.value("by") == "country";
  const auto limit = static_cast<std::size_t>(call.number("limit", 80));
  const Network network = find_network(ledger, filter_of(call, RecordKind::event), by_country, limit);
  const auto edges = strongest(network, limit);
  json.begin_object();
  write_nodes(json, ledger.db, network, edges, by_country);
  json.key("edges");
  json.begin_array();
  for (const Edge* edge : edges) write_edge(json, *edge, network.deeds);
  json.end_array();
  json.end_object();
}

}  // namespace annals
