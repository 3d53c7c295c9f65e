// Geometries from places; properties from the columns of the kind.
#include "output/geojson.h"

#include "output/json_writer.h"
#include "output/stored_columns.h"

namespace annals {
namespace {

bool has_point(const std::optional<Place>& place) { return place && place->latitude && place->longitude; }

// Longitude comes first (RFC 7946, section 3.1.1).
void position(JsonWriter& json, const Place& place) {
  json.begin_array();
  json.value(*place.longitude);
  json.value(*place.latitude);
  json.end_array();
}

void point(JsonWriter& json, const Place& place) {
  json.begin_object();
  json.key("type").value("Point");
  json.key("coordinates");
  position(json, place);
  json.end_object();
}

// A way across the 180th meridian should be cut there (section 3.1.9), but its shape is not known: it is drawn as the
// two ends.
void line(JsonWriter& json, const Place& from, const Place& to) {
  json.begin_object();
  json.key("type").value("LineString");
  json.key("coordinates");
  json.begin_array();
  position(json, from);
  position(json, to);
  json.end_array();
  json.end_object();
}

bool append_geometry(JsonWriter& json, const Record& record) {
  if (const auto* movement = std::get_if<Movement>(&record)) {
    if (has_point(movement->from) && has_point(movement->to)) return line(json, *movement->from, *movement->to), true;
    if (has_point(movement->to)) return point(json, *movement->to), true;
    if (has_point(movement->from)) return point(json, *movement->from), true;
  }
  if (!has_point(common(record).where)) return false;
  point(json, *common(record).where);
  return true;
}

void append_properties(JsonWriter& json, const StoredRecord& record) {
  json.begin_object();
  json.key("kind").value(name_of(record.id.kind));
  std::string cell;
  for (const StoredColumn& column : stored_columns(record.id.kind)) {
    cell.clear();
    column.append(cell, record);
    if (cell.empty()) continue;
    json.key(column.name);
    column.type == CellType::integer || column.type == CellType::number ? json.raw(cell) : json.value(cell);
  }
  json.end_object();
}

}  // namespace

bool append_feature(std::string& out, const StoredRecord& record) {
  std::string geometry;
  JsonWriter shape(geometry);
  if (!append_geometry(shape, record.record)) return false;
  JsonWriter json(out);
  json.begin_object();
  json.key("type").value("Feature");
  json.key("id").value(to_string(record.id));
  json.key("geometry").raw(geometry);
  json.key("properties");
  append_properties(json, record);
  json.end_object();
  return true;
}

}  // namespace annals
