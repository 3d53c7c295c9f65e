// Feeds XML to the feed reader: its items are well-formed UTF-8, and it comes to an end.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "annals/error.h"
#include "base/utf8.h"
#include "story/feed_story.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  annals::FeedReader reader(std::string(reinterpret_cast<const char*>(data), size), "feed", "feed",
                            annals::PageWords::built_in());
  // An item costs its tag and more, so that there can not be more of them than bytes.
  for (std::size_t calls = 0; calls < size + 2; ++calls) {
    try {
      const auto story = reader.next();
      if (!story) return 0;
      for (const std::string* field : {&story->id, &story->text, &story->title, &story->source, &story->url}) {
        for (std::size_t i = 0; i < field->size();) {
          const std::size_t length = annals::sequence_length(std::string_view(*field).substr(i));
          if (length == 0 || (*field)[i] == '\0') std::abort();
          i += length;
        }
      }
    } catch (const annals::Error&) {
      if (!reader.more()) return 0;
    }
  }
  std::abort();
}
