// Both descriptions, from the very columns that the files are written from.
#include "output/data_package.h"

#include "output/json_writer.h"
#include "output/stored_columns.h"

namespace annals {
namespace {

// Table Schema's names of types.
std::string_view type_name(CellType type) {
  switch (type) {
    case CellType::text:
      return "string";
    case CellType::integer:
      return "integer";
    case CellType::number:
      return "number";
    case CellType::date:
      return "date";
  }
  return "string";
}

// The columns of a kind that say the same as `id`, and of the record's actors, have no constraint: cells may be empty.
template <typename Columns>
void append_fields(JsonWriter& json, const Columns& columns, std::string_view key) {
  json.key("fields");
  json.begin_array();
  for (const auto& column : columns) {
    json.begin_object();
    json.key("name").value(column.name);
    json.key("type").value(type_name(column.type));
    json.key("description").value(column.meaning);
    if (column.name == key) {
      json.key("constraints");
      json.begin_object();
      json.key("required").value(true);
      json.key("unique").value(true);
      json.end_object();
    }
    json.end_object();
  }
  json.end_array();
  json.key("primaryKey").value(key);
}

void append_foreign_key(JsonWriter& json) {
  json.key("foreignKeys");
  json.begin_array();
  json.begin_object();
  json.key("fields").value("doc");
  json.key("reference");
  json.begin_object();
  json.key("resource").value("stories");
  json.key("fields").value("doc");
  json.end_object();
  json.end_object();
  json.end_array();
}

template <typename Columns>
void append_resource(JsonWriter& json, std::string_view name, const Columns& columns, std::string_view key) {
  json.begin_object();
  json.key("name").value(name);
  json.key("path").value(std::string(name) + ".csv");
  json.key("profile").value("tabular-data-resource");
  json.key("format").value("csv");
  json.key("mediatype").value("text/csv");
  json.key("encoding").value("utf-8");
  json.key("dialect");
  json.begin_object();
  json.key("delimiter").value(",");
  json.key("lineTerminator").value("\r\n");
  json.key("quoteChar").value("\"");
  json.key("doubleQuote").value(true);
  json.key("header").value(true);
  json.end_object();
  json.key("schema");
  json.begin_object();
  append_fields(json, columns, key);
  if (name != "stories") append_foreign_key(json);
  json.end_object();
  json.end_object();
}

template <typename Columns>
void append_chapter(std::string& out, std::string_view name, const Columns& columns) {
  out.append("\n## ").append(name).append(".csv\n| column | type | meaning |\n|---|---|---|\n");
  for (const auto& column : columns) {
    out.append("| `").append(column.name).append("` | ").append(type_name(column.type)).append(" | ");
    out.append(column.meaning).append(" |\n");
  }
}

}  // namespace

std::string data_package_json() {
  std::string out;
  JsonWriter json(out);
  json.begin_object();
  json.key("profile").value("tabular-data-package");
  json.key("name").value("annals-ledger");
  json.key("title").value("Records of news stories");
  json.key("description")
      .value("Who did what to whom, when, where, how many, and who said so, with the words that say so.");
  json.key("resources");
  json.begin_array();
  append_resource(json, "stories", story_columns(), "doc");
  for (const RecordKind kind : kRecordKinds) {
    append_resource(json, kTableNames[static_cast<std::size_t>(kind)], stored_columns(kind), "id");
  }
  json.end_array();
  json.end_object();
  out.push_back('\n');
  return out;
}

std::string data_dictionary() {
  std::string out =
      "# Data dictionary\n\nOne CSV file (RFC 4180, UTF-8) for stories and for each kind of record. Days are ISO 8601, "
      "countries ISO 3166-1 alpha-3, offsets code points of the story's text. Lists in one cell are parted by \"; \". "
      "A "
      "cell is empty where the story says nothing. `doc` names the story in stories.csv.\n";
  append_chapter(out, "stories", story_columns());
  for (const RecordKind kind : kRecordKinds) {
    append_chapter(out, kTableNames[static_cast<std::size_t>(kind)], stored_columns(kind));
  }
  return out;
}

}  // namespace annals
