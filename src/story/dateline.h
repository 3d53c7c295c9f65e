// The dateline of a wire story.
#pragma once
#include <optional>
#include <string_view>

#include "annals/story.h"
#include "story/page_words.h"

namespace annals {

// The first dateline at the start of one of the first lines: "NAIROBI, Kenya (AP) -", "LONDON, Nov 7 (Reuters) -",
// "BERLIN --", "Hanoi (VNA) -". A place in small letters needs an agency behind it.
std::optional<Dateline> find_dateline(std::string_view text, const PageWords& words = PageWords::built_in());

}  // namespace annals
