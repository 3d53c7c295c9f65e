// Reviews: listed, added, added up.
#include <SQLiteCpp/Transaction.h>

#include <charconv>

#include "base/iso_date.h"
#include "ledger/corrections.h"
#include "ledger/query.h"
#include "output/json_lines.h"
#include "server/correction_json.h"
#include "server/problem.h"
#include "server/record_json.h"
#include "server/routes.h"

namespace annals {
namespace {

CorrectionFilter correction_filter(const Call& call) {
  CorrectionFilter filter;
  if (const auto record = call.value("record")) {
    filter.record = parse_record_id(*record);
    if (!filter.record) throw Problem(400, "record is no id of a record.", "Give one like e17.", "record");
  }
  filter.reviewer = call.value("by").value_or("");
  filter.limit = call.number("limit", 50);
  if (const auto after = call.value("after")) {
    std::int64_t before = 0;
    const auto [end, fault] = std::from_chars(after->data(), after->data() + after->size(), before);
    if (fault != std::errc() || end != after->data() + after->size()) {
      throw Problem(400, "after is no place in this list.", "Give what the page before it named as next.", "after");
    }
    filter.before = before;
  }
  return filter;
}

// That a change fits the kind of the record, which the document can not say.
void check_changes(const nlohmann::json& changes, RecordKind kind) {
  const auto refuse = [&](const char* member, const std::string& why) {
    if (changes.contains(member)) {
      throw Problem(400, std::string("A ") + std::string(name_of(kind)) + " has no `" + member + "`.", why, member);
    }
  };
  const std::string remedy = "Leave it out, or call the record wrong and say why in the note.";
  if (kind != RecordKind::event) {
    refuse("type", remedy);
    refuse("mode", remedy);
  }
  if (kind == RecordKind::figure || kind == RecordKind::role) refuse("actor", remedy);
  if (kind != RecordKind::event && kind != RecordKind::statement) refuse("recipient", remedy);
  const auto when = changes.find("when");
  if (when == changes.end() || when->is_null()) return;
  const auto first = parse_iso_date(when->at("start").get_ref<const std::string&>());
  const auto last = parse_iso_date(when->at("end").get_ref<const std::string&>());
  if (!first || !last || *last < *first) {
    throw Problem(400, "when does not lead from one day of the calendar to another.",
                  "Give start and end as 2023-11-04, the earlier first.", "when");
  }
}

Correction correction_of(const nlohmann::json& body, const StoredRecord& stored) {
  Correction correction;
  correction.kind = stored.id.kind;
  correction.record = stored.id.row;
  correction.doc = stored.story.doc;
  if (const auto* event = std::get_if<Event>(&stored.record)) correction.type = event->type;
  const auto& verdict = body.at("verdict").get_ref<const std::string&>();
  correction.verdict =
      static_cast<Verdict>(std::find(std::begin(kVerdictNames), std::end(kVerdictNames), verdict) - kVerdictNames);
  if (body.contains("changes")) correction.changes = body.at("changes").dump();
  correction.reviewer = body.at("by");
  correction.note = body.value("note", "");
  append_json_line(correction.original, stored.record, CodePointIndex());
  correction.original.pop_back();
  return correction;
}

}  // namespace

Answer get_corrections(const ApiParts& parts, const Call& call) {
  CorrectionFilter filter = correction_filter(call);
  return {200, parts.ledger.ask([&](SQLite::Database& db) {
            const auto limit = static_cast<std::size_t>(filter.limit++);  // one more tells whether there is a next page
            auto found = find_corrections(db, filter);
            const bool more = found.size() > limit;
            if (more) found.pop_back();
            std::string out;
            JsonWriter json(out);
            json.begin_object();
            json.key("items");
            json.begin_array();
            for (const Correction& correction : found) write_correction(json, correction);
            json.end_array();
            json.key("next");
            more ? json.value(std::to_string(found.back().row)) : json.null();
            json.end_object();
            return out;
          })};
}

Answer post_correction(const ApiParts& parts, const Call& call) {
  if (!parts.options.write) {
    throw Problem(403, "This server only reads the ledger.", "Start annals serve with --write to add corrections.");
  }
  const nlohmann::json& body = call.body;
  const bool fixed = body.at("verdict") == "fixed";
  if (fixed != body.contains("changes")) {
    throw Problem(400, fixed ? "changes is missing." : "changes goes with the verdict `fixed` only.",
                  "Send `changes` with the verdict `fixed`, and with no other.", "changes");
  }
  const auto id = parse_record_id(body.at("record").get_ref<const std::string&>());
  return {201, parts.ledger.change([&](SQLite::Database& db) {
            const auto stored = id ? find_record(db, *id) : std::nullopt;
            if (!stored) {
              throw Problem(404, "The ledger has no record " + body.at("record").get<std::string>() + ".",
                            "Take ids from the answers of the lists; a story that is read again has new ones.",
                            "record");
            }
            if (fixed) check_changes(body.at("changes"), stored->id.kind);
            Correction correction = correction_of(body, *stored);
            add_correction(db, correction);
            std::string out;
            JsonWriter json(out);
            write_correction(json, correction);
            return out;
          })};
}

Answer get_agreement(const ApiParts& parts, const Call&) {
  return {200, parts.ledger.ask([&](SQLite::Database& db) {
            std::string out;
            JsonWriter json(out);
            write_agreement(json, measure_agreement(db));
            return out;
          })};
}

}  // namespace annals
