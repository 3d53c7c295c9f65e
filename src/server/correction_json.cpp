// Reads and writes a correction as JSON, member by member.
#include "server/correction_json.h"

namespace annals {
namespace {

void write_text(JsonWriter& json, std::string_view key, const std::string& text) {
  if (!text.empty()) json.key(key).value(text);
}

void write_row(JsonWriter& json, const AgreementRow& row) {
  const Interval interval = wilson(row.right, row.reviewed());
  json.begin_object();
  json.key("kind").value(name_of(row.kind));
  write_text(json, "type", row.type);
  json.key("reviewed").value(row.reviewed());
  json.key("right").value(row.right);
  json.key("fixed").value(row.fixed);
  json.key("wrong").value(row.wrong);
  json.key("precision").value(row.precision());
  json.key("lenient").value(row.lenient());
  json.key("low").value(interval.low);
  json.key("high").value(interval.high);
  json.end_object();
}

void write_rows(JsonWriter& json, std::string_view key, const std::vector<AgreementRow>& rows) {
  json.key(key);
  json.begin_array();
  for (const AgreementRow& row : rows) write_row(json, row);
  json.end_array();
}

}  // namespace

void write_correction(JsonWriter& json, const Correction& correction) {
  json.begin_object();
  json.key("id").value(correction.row);
  if (correction.record) json.key("record").value(to_string(RecordId{correction.kind, *correction.record}));
  json.key("kind").value(name_of(correction.kind));
  json.key("doc").value(correction.doc);
  json.key("verdict").value(name_of(correction.verdict));
  if (!correction.changes.empty()) json.key("changes").raw(correction.changes);
  json.key("by").value(correction.reviewer);
  json.key("at").value(correction.made);
  write_text(json, "note", correction.note);
  json.key("original").raw(correction.original);
  json.end_object();
}

void write_agreement(JsonWriter& json, const Agreement& agreement) {
  json.begin_object();
  write_rows(json, "kinds", agreement.kinds);
  write_rows(json, "types", agreement.types);
  json.key("reviewers");
  json.begin_array();
  for (const auto& [name, count] : agreement.reviewers) {
    json.begin_object();
    json.key("name").value(name);
    json.key("count").value(count);
    json.end_object();
  }
  json.end_array();
  json.key("pairs");
  json.begin_object();
  json.key("judged").value(agreement.judged_pairs);
  json.key("agreed").value(agreement.agreed_pairs);
  json.end_object();
  json.end_object();
}

}  // namespace annals
