// How the forms of a name relate: words of folded names, short and full names of a person, acronyms.
#pragma once
#include <string_view>

namespace annals {

std::size_t word_count(std::string_view folded);

std::string_view first_word(std::string_view folded);

std::string_view last_word(std::string_view folded);

bool has_word(std::string_view folded, std::string_view word);

// "tayyip erdogan" and "recep tayyip erdogan", "w cohen" and "william cohen": every word of the shorter one stands in
// the longer, or is the initial of one there, and the family names agree.
bool same_person(std::string_view a, std::string_view b);

// "oau" for "organization of african unity": initials of the words, the small ones left out or not.
bool is_acronym_of(std::string_view acronym, std::string_view folded);

}  // namespace annals
