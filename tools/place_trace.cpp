// Prints the features of every decision of the place layer, from which tools/train_places.py learns its weights.
//
//   place_trace MODEL DOCS.jsonl NAMES.json > TRACE.jsonl
//
// A line is a mention, {"doc","start","end","text","group","f":[...]}, or a reading of a name group,
// {"doc","g","name","lat","lon","p":[...]}. NAMES.json gets the names of the features, in order.
#include <fmt/format.h>

#include <cstdio>
#include <fstream>
#include <string>

#include "base/utf8.h"
#include "language/engine.h"
#include "output/json_writer.h"
#include "place/place_resolver.h"
#include "story/input_file.h"
#include "story/json_story.h"

namespace annals {
namespace {

template <std::size_t N>
void append_vector(const std::array<float, N>& values, std::string& out) {
  for (std::size_t i = 0; i < N; ++i) out += fmt::format("{}{:.6g}", i == 0 ? "[" : ",", values[i]);
  out += "]}\n";
}

std::string quoted(std::string_view text) {
  std::string out;
  JsonWriter(out).value(text);
  return out;
}

template <typename Feature, std::size_t Count>
std::string name_list() {
  std::string out;
  for (std::size_t i = 0; i < Count; ++i) {
    out += (i == 0 ? "" : ", ") + quoted(feature_name(static_cast<Feature>(i)));
  }
  return "[" + out + "]";
}

void print_mentions(const Story& story, const PlaceWorkspace& work, const CodePointIndex& index, std::string& out) {
  for (std::size_t i = 0; i < work.mentions.size(); ++i) {
    const PlaceMention& m = work.mentions[i];
    const std::string_view text = std::string_view(story.text).substr(m.bytes.begin, m.bytes.size());
    out += fmt::format("{{\"doc\":{},\"start\":{},\"end\":{},\"text\":{},\"group\":{},\"f\":", quoted(story.id),
                       index.at(m.bytes.begin), index.at(m.bytes.end), quoted(text), m.group);
    append_vector(work.find_trace[i], out);
  }
}

void print_readings(const Story& story, const Gazetteer& gazetteer, const PlaceWorkspace& work, std::string& out) {
  std::vector<std::uint32_t> group_of(work.readings.size());
  for (std::uint32_t g = 0; g < work.groups.size(); ++g) {
    const NameGroup& group = work.groups[g];
    for (std::uint32_t k = 0; k < group.reading_count; ++k) group_of[group.first_reading + k] = g;
  }
  for (const auto& [reading, features] : work.pick_trace) {
    const GazetteerEntry& e = gazetteer.entry(work.readings[reading].entry);
    out += fmt::format("{{\"doc\":{},\"g\":{},\"name\":{},\"lat\":{},\"lon\":{},\"p\":", quoted(story.id),
                       group_of[reading], quoted(gazetteer.name(e)), e.lat, e.lon);
    append_vector(features, out);
  }
}

void run(char** arguments) {
  const ModelFile model(arguments[1]);
  const Engine engine(model);
  const PlaceResolver resolver(model);
  std::ofstream(arguments[3]) << "{\"find\": " << name_list<FindFeature, kFindFeatures>()
                              << ", \"pick\": " << name_list<PickFeature, kPickFeatures>() << "}\n";
  InputFile file(arguments[2]);
  JsonStoryParser parser;
  EngineWorkspace engine_work;
  PlaceWorkspace work;
  work.trace = true;
  Annotation annotation;
  std::vector<NamedPlace> places;
  for (std::string line; file.next_line(line, kMaxStoryBytes) == InputFile::Line::read;) {
    const Story story = parser.parse(line, file.name());
    engine.annotate(story.text, engine_work, annotation);
    places.clear();
    resolver.resolve(annotation, work, places);
    std::string out;
    print_mentions(story, work, CodePointIndex(story.text), out);
    print_readings(story, resolver.gazetteer(), work, out);
    std::fwrite(out.data(), 1, out.size(), stdout);
  }
}

}  // namespace
}  // namespace annals

int main(int count, char** arguments) {
  if (count != 4) {
    std::fputs("place_trace MODEL DOCS.jsonl NAMES.json > TRACE.jsonl\n", stderr);
    return 2;
  }
  try {
    annals::run(arguments);
  } catch (const annals::Error& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 2;
  }
}
