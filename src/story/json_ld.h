// schema.org's description of a news article in JSON-LD, as pages carry it for search engines.
#pragma once
#include <string>
#include <string_view>

namespace annals {

struct LinkedArticle {
  std::string headline;
  std::string published;  // as it is written
  std::string publisher;
  std::string url;
  std::string body;
};

// Adds what `json`, the text of one <script type="application/ld+json">, says of an article to what is not known yet.
// Text that is no JSON, or describes other things, adds nothing.
void read_json_ld(std::string_view json, LinkedArticle& article);

}  // namespace annals
