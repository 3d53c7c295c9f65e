// Turns a PDF report into a story.
#pragma once
#include <string>

#include "annals/story.h"

namespace annals {

// The text in reading order, column by column, without running headers, footers and page numbers. The day is the first
// that the first page names, else that on which the file was made. The id is left empty. Throws Error{Fault::input}
// that names `where` if the file is damaged or locked, or has no text, as a scan.
Story read_pdf(const std::string& bytes, const std::string& where);

}  // namespace annals
