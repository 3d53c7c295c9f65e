// Finding the article in JSON-LD: an object, a list of them, or a graph.
#include "story/json_ld.h"

#include <nlohmann/json.hpp>

namespace annals {
namespace {

using nlohmann::json;

constexpr int kDeepest = 8;

bool is_article_type(const std::string& type) {
  return type.ends_with("Article") || type.ends_with("BlogPosting") || type.ends_with("LiveBlogPosting") ||
         type.ends_with("Report");
}

bool is_article(const json& object) {
  const auto type = object.find("@type");
  if (type == object.end()) return false;
  if (type->is_string()) return is_article_type(type->get<std::string>());
  if (!type->is_array()) return false;
  for (const json& one : *type) {
    if (one.is_string() && is_article_type(one.get<std::string>())) return true;
  }
  return false;
}

// A string, or the member `inner` of an object, or of the first of several.
std::string text_of(const json& object, const char* name, const char* inner) {
  const auto found = object.find(name);
  if (found == object.end()) return {};
  const json& value = found->is_array() && !found->empty() ? found->front() : *found;
  if (value.is_string()) return value.get<std::string>();
  if (!value.is_object()) return {};
  const auto part = value.find(inner);
  return part != value.end() && part->is_string() ? part->get<std::string>() : std::string();
}

void fill(std::string& field, std::string value) {
  if (field.empty()) field = std::move(value);
}

void search(const json& value, LinkedArticle& article, int depth) {
  if (depth > kDeepest) return;
  if (value.is_array()) {
    for (const json& one : value) search(one, article, depth + 1);
  }
  if (!value.is_object()) return;
  if (is_article(value)) {
    fill(article.headline, text_of(value, "headline", "@value"));
    fill(article.published, text_of(value, "datePublished", "@value"));
    fill(article.publisher, text_of(value, "publisher", "name"));
    fill(article.url, text_of(value, "url", "@id"));
    fill(article.url, text_of(value, "mainEntityOfPage", "@id"));
    fill(article.body, text_of(value, "articleBody", "@value"));
    return;
  }
  for (const char* inner : {"@graph", "mainEntity"}) {
    if (const auto found = value.find(inner); found != value.end()) search(*found, article, depth + 1);
  }
}

}  // namespace

void read_json_ld(std::string_view text, LinkedArticle& article) {
  const json parsed = json::parse(text, nullptr, /*allow_exceptions=*/false, /*ignore_comments=*/true);
  if (!parsed.is_discarded()) search(parsed, article, 0);
}

}  // namespace annals
