// A document that was found somewhere: its bytes, and what is known of it from outside.
#pragma once
#include <string>

#include "annals/story.h"
#include "story/media_kind.h"

namespace annals {

struct Document {
  MediaKind kind = MediaKind::plain;
  std::string bytes;
  std::string where;  // for messages: "a.html", "crawl.warc.gz:12"
  std::string id;     // of its story, if it has none of its own, and what that id is made from
  IdSource id_source = IdSource::document;
  std::string url;      // where it was fetched from, empty where unknown
  std::string charset;  // that came with it from outside, empty where none did
};

}  // namespace annals
