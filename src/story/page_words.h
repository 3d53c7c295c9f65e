// The words by which the furniture of news pages is told from their stories: lexicon/page_words.tsv.
#pragma once
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace annals {

class PageWords {
 public:
  // Throws Error{Fault::lexicon} where the table, which `where` names, is malformed.
  PageWords(std::string_view table, const std::string& where);

  // The table that the program was built with.
  static const PageWords& built_in();

  bool is_furniture_element(std::string_view tag) const { return has(elements_, tag); }
  bool is_furniture_role(std::string_view role) const { return has(roles_, role); }
  // Whether a class, an id or the like has a word that names furniture. What a page merely has or has not
  // ("no-sidebar", "has-comments") names none.
  bool is_furniture_name(std::string_view names) const;

  // Whether a paragraph is a piece of furniture by its wording, and whether it ends the story.
  bool is_furniture_text(std::string_view paragraph) const;
  bool ends_story(std::string_view paragraph) const;

  // Whether words before a dash are a slug, such as "UPDATE 2", and no place.
  bool is_slug(std::string_view words) const;

  // Names of <meta> that hold the day of publication, the most reliable first.
  const std::vector<std::string>& date_metas() const { return date_metas_; }

 private:
  using Words = std::unordered_set<std::string>;
  static bool has(const Words& words, std::string_view word) { return words.contains(std::string(word)); }

  Words elements_, roles_, names_, lines_, ends_, slugs_;
  std::vector<std::string> starts_, date_metas_;
};

// In small letters of ASCII.
std::string ascii_lower(std::string_view s);

}  // namespace annals
