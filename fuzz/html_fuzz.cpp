// Feeds pages to the extractor: whatever the tags, what comes out is well-formed UTF-8 without NULs, or an Error.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "annals/error.h"
#include "base/utf8.h"
#include "story/charset.h"
#include "story/dateline.h"
#include "story/html_story.h"

namespace {

void require_sound(const std::string& text) {
  if (!annals::repair(text).repairs.empty()) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const std::string html = annals::repair(annals::to_utf8(bytes, annals::declared_charset(bytes))).text;
  try {
    const annals::Story story = annals::read_html(html, annals::PageWords::built_in(), "page");
    for (const std::string* field : {&story.text, &story.title, &story.source, &story.url}) require_sound(*field);
    if (const auto dateline = annals::find_dateline(story.text)) {
      if (dateline->begin >= dateline->end || dateline->end >= story.text.size()) std::abort();
    }
    require_sound(annals::read_html_text(html, annals::PageWords::built_in(), "item", story.title));
  } catch (const annals::Error&) {
  }
  return 0;
}
