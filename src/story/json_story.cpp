// JSON stories by simdjson's on-demand parser, which neither copies nor builds a tree.
#include "story/json_story.h"

#include <simdjson.h>

#include <cstring>
#include <optional>
#include <string_view>

#include "annals/error.h"
#include "base/iso_date.h"
#include "base/utf8.h"

namespace annals {
namespace {

namespace ondemand = simdjson::ondemand;

constexpr const char* kLineRemedy = "Write one JSON object a line, with the story's text in \"text\".";
constexpr std::string_view kNul = "\\u0000";

// The value of the four hex digits of "\uXXXX" at the start of `s`, if it is such an escape.
std::optional<unsigned> unicode_escape(std::string_view s) {
  if (s.size() < 6 || s[0] != '\\' || s[1] != 'u') return std::nullopt;
  unsigned value = 0;
  for (const char c : s.substr(2, 4)) {
    const int digit = c >= '0' && c <= '9'   ? c - '0'
                      : c >= 'a' && c <= 'f' ? c - 'a' + 10
                      : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                             : -1;
    if (digit < 0) return std::nullopt;
    value = value * 16 + static_cast<unsigned>(digit);
  }
  return value;
}

bool is_high_surrogate(std::optional<unsigned> c) { return c && *c >= 0xD800 && *c < 0xDC00; }
bool is_low_surrogate(std::optional<unsigned> c) { return c && *c >= 0xDC00 && *c < 0xE000; }

// How many bytes of a backslash escape at the start of `s` can be kept as they are; 0 for a lone surrogate.
std::size_t sound_escape(std::string_view s) {
  const auto first = unicode_escape(s);
  if (is_low_surrogate(first)) return 0;
  if (is_high_surrogate(first)) return is_low_surrogate(unicode_escape(s.substr(6))) ? 12 : 0;
  // A backslash before a malformed byte keeps only itself: the byte is then looked at by itself.
  return first ? 6 : s.size() > 1 && static_cast<unsigned char>(s[1]) < 0x80 && s[1] != '\0' ? 2 : 1;
}

// The line with each NUL, malformed byte and escape of a lone surrogate written as the escape of NUL. JSON then parses,
// and repair() turns the NULs of the text into U+FFFD and notes where.
std::string with_faults_as_nul(std::string_view line) {
  std::string out;
  out.reserve(line.size() + line.size() / 8 + simdjson::SIMDJSON_PADDING);
  for (std::size_t i = 0; i < line.size();) {
    const std::string_view rest = line.substr(i);
    const bool escape = rest[0] == '\\';
    const std::size_t sound = escape ? sound_escape(rest) : rest[0] == '\0' ? 0 : sequence_length(rest);
    if (sound == 0) out.append(kNul);
    out.append(rest.substr(0, sound));
    i += sound > 0 ? sound : escape ? 6 : 1;
  }
  return out;
}

bool may_have_faults(const std::string& line) {
  return line.find("\\ud") != std::string::npos || line.find("\\uD") != std::string::npos ||
         line.find('\0') != std::string::npos || !simdjson::validate_utf8(line.data(), line.size());
}

// Text of the input as a message quotes it: short, and without bytes that would steer a terminal.
std::string quoted(std::string_view s) {
  std::string out = "\"";
  for (const char c : s.substr(0, 40)) out.push_back(static_cast<unsigned char>(c) < 0x20 ? '?' : c);
  if (s.size() > 40) out += "...";
  return out + "\"";
}

[[noreturn]] void refuse(const std::string& where, const std::string& problem, const char* remedy = kLineRemedy) {
  throw Error{Fault::input, where, problem, remedy};
}

std::string clean(std::string_view s) { return repair(std::string(s)).text; }

std::string optional_string(ondemand::value value) {
  std::string_view text;
  return value.get_string().get(text) == simdjson::SUCCESS ? clean(text) : std::string();
}

std::string read_id(ondemand::value value, const std::string& where) {
  std::string_view text;
  std::int64_t number;
  if (value.get_string().get(text) == simdjson::SUCCESS) return clean(text);
  if (value.get_int64().get(number) == simdjson::SUCCESS) return std::to_string(number);
  if (value.is_null()) return {};
  refuse(where, "\"id\" is neither a string nor a whole number", "Give each story a name of its own in \"id\".");
}

std::optional<std::chrono::sys_days> read_date(ondemand::value value, const std::string& where) {
  constexpr const char* kRemedy = "Write it as 2023-11-07 or 2023-11-07T18:30:00Z, or null where it is not known.";
  if (value.is_null()) return std::nullopt;
  std::string_view text;
  if (value.get_string().get(text) != simdjson::SUCCESS) refuse(where, "\"published\" is not a string", kRemedy);
  if (text.empty()) return std::nullopt;
  const auto day = parse_iso_date(text);
  if (!day) refuse(where, "\"published\" is " + quoted(text) + ", which is no date", kRemedy);
  return day;
}

}  // namespace

struct JsonStoryParser::State {
  ondemand::parser parser;
};

JsonStoryParser::JsonStoryParser() : state_(std::make_unique<State>()) {}
JsonStoryParser::~JsonStoryParser() = default;

Story JsonStoryParser::parse(std::string& line, const std::string& where) {
  if (may_have_faults(line)) line = with_faults_as_nul(line);
  line.reserve(line.size() + simdjson::SIMDJSON_PADDING);

  Story story;
  bool has_text = false;
  try {
    ondemand::document document = state_->parser.iterate(line.data(), line.size(), line.capacity());
    ondemand::object object = document.get_object();
    for (auto member : object) {
      const std::string_view key = member.unescaped_key();
      ondemand::value value = member.value();
      if (key == "text") {
        std::string_view text;
        if (value.get_string().get(text) != simdjson::SUCCESS) refuse(where, "\"text\" is not a string");
        Repaired repaired = repair(std::string(text));
        story.text = std::move(repaired.text);
        story.repairs = std::move(repaired.repairs);
        has_text = true;
      } else if (key == "id") {
        story.id = read_id(value, where);
      } else if (key == "published") {
        story.published = read_date(value, where);
      } else if (key == "title") {
        story.title = optional_string(value);
      } else if (key == "source") {
        story.source = optional_string(value);
      } else if (key == "url") {
        story.url = optional_string(value);
      }
    }
    if (document.current_location().error() == simdjson::SUCCESS) refuse(where, "something follows the JSON object");
  } catch (const simdjson::simdjson_error& e) {
    refuse(where, std::string("this is not a JSON object (") + e.what() + ")");
  }
  if (!has_text) refuse(where, "the object has no \"text\"");
  return story;
}

}  // namespace annals
