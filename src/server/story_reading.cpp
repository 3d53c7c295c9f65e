// A story from JSON, read and written down.
#include "server/story_reading.h"

#include <chrono>

#include "base/iso_date.h"
#include "output/json_lines.h"
#include "output/json_writer.h"
#include "server/problem.h"

namespace annals {
namespace {

Story story_of(const nlohmann::json& given, std::size_t most_bytes) {
  Story story;
  story.id = "story";
  story.title = given.value("title", "");
  if (const auto day = given.find("published"); day != given.end()) {
    story.published = parse_iso_date(day->get_ref<const std::string&>());
    if (!story.published) {
      throw Problem(400, "published is no day of the calendar.", "Give it as 2023-11-07.", "published");
    }
  }
  const auto& text = given.at("text").get_ref<const std::string&>();
  if (text.size() > most_bytes) {
    throw Problem(413, "The text has more than " + std::to_string(most_bytes) + " bytes.",
                  "Read it in parts, or with annals read.", "text");
  }
  Repaired repaired = repair(text);
  story.text = std::move(repaired.text);
  story.repairs = std::move(repaired.repairs);
  return story;
}

}  // namespace

StoryReading::StoryReading(const std::string& model, const std::optional<std::filesystem::path>& lexicon)
    : pipeline_(model, lexicon), desks_([] { return std::make_unique<Desk>(); }) {}

std::string StoryReading::read(const nlohmann::json& given, std::size_t most_bytes) {
  const Story story = story_of(given, most_bytes);
  const auto start = std::chrono::steady_clock::now();
  const auto desk = desks_.lease();
  const std::vector<Record> records = pipeline_.read(story, desk->buffers);
  const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;

  std::string out;
  JsonWriter json(out);
  json.begin_object();
  json.key("text").value(story.text);
  json.key("records");
  json.begin_array();
  desk->index.reset(story.text);
  std::string line;
  for (const Record& record : records) {
    line.clear();
    append_json_line(line, record, desk->index);
    line.pop_back();  // the newline
    json.raw(line);
  }
  json.end_array();
  json.key("milliseconds").value(took.count());
  json.end_object();
  return out;
}

}  // namespace annals
