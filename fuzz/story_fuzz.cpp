// Feeds lines to the JSON story parser and bytes to the repair of text: whatever comes in, what goes out is well-formed
// UTF-8 whose repairs lie where they are said to.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "annals/error.h"
#include "base/utf8.h"
#include "output/json_writer.h"
#include "story/json_story.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

void check(std::string_view text, const std::vector<std::uint32_t>& repairs) {
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t length = annals::sequence_length(text.substr(i));
    require(length > 0 && text[i] != '\0');
    i += length;
  }
  for (const std::uint32_t at : repairs) require(text.substr(at, 3) == annals::kReplacement);
  const annals::CodePointIndex index(text);
  require(index.at(static_cast<std::uint32_t>(text.size())) == annals::count_code_points(text));
}

// A text that is written as JSON must come back as it was.
void check_round_trip(annals::JsonStoryParser& parser, const std::string& text) {
  std::string line;
  annals::JsonWriter json(line);
  json.begin_object();
  json.key("text").value(text);
  json.end_object();
  require(parser.parse(line, "round trip").text == text);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static annals::JsonStoryParser parser;
  const std::string bytes(reinterpret_cast<const char*>(data), size);

  const annals::Repaired repaired = annals::repair(bytes);
  check(repaired.text, repaired.repairs);
  require(repaired.text.size() == size + 2 * repaired.repairs.size());
  check_round_trip(parser, repaired.text);

  // The input as a whole line, and as what stands between the quotation marks of a text.
  for (std::string line : {bytes, "{\"text\":\"" + bytes + "\"}"}) {
    try {
      const annals::Story story = parser.parse(line, "line");
      check(story.text, story.repairs);
      check(story.id, {});
      check(story.title, {});
    } catch (const annals::Error&) {
    }
  }
  return 0;
}
