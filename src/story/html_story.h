// Turns a page of HTML into a story.
#pragma once
#include <string>
#include <string_view>

#include "annals/story.h"
#include "story/page_words.h"

namespace annals {

// The story of a page in well-formed UTF-8, its id left empty where the page names no link. `url` is where the page was
// fetched from, empty where that is not known. The text is empty where the page has no story, as a front page has none.
// Throws Error{Fault::input} that names `where` if the page is too long or its tags are hostile.
Story read_html(std::string_view html, const PageWords& words, const std::string& where, std::string_view url = {});

// The text of a piece of HTML that is all story, as the content of a feed's item. The same errors.
std::string read_html_text(std::string_view html, const PageWords& words, const std::string& where,
                           std::string_view title = {});

}  // namespace annals
