// Builds the model that the tokenizer's tests read.
#include "language/tokenizer_fixture.h"

#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <fstream>

#include "base/unicode.h"
#include "model/import_tokenizer.h"

namespace annals {
namespace {

ModelFile build(const std::string& pipeline) {
  const auto path = std::filesystem::temp_directory_path() /
                    ("annals_tokenizer_" + std::to_string(static_cast<unsigned long>(getpid())) + ".model");
  ModelWriter writer;
  import_tokenizer(SpacyPipeline(pipeline), std::filesystem::path(ANNALS_SOURCE_DIR) / "lexicon", writer);
  writer.write(path.string());
  ModelFile model(path.string());
  std::filesystem::remove(path);  // the mapping stays
  return model;
}

}  // namespace

const ModelFile& tokenizer_model() {
  static const ModelFile model = build(ANNALS_PIPELINE);
  return model;
}

const ModelFile& second_tokenizer_model() {
  static const ModelFile model = build(ANNALS_SECOND_PIPELINE);
  return model;
}

const Tokenizer& shared_tokenizer() {
  static const Tokenizer tokenizer(tokenizer_model());
  return tokenizer;
}

std::string unescape(std::string_view cell) {
  std::string text;
  for (std::size_t i = 0; i < cell.size(); ++i) {
    if (cell[i] != '\\' || i + 1 == cell.size()) {
      text += cell[i];
      continue;
    }
    switch (cell[++i]) {
      case 's':
        text += ' ';
        break;
      case 'n':
        text += '\n';
        break;
      case 't':
        text += '\t';
        break;
      case 'r':
        text += '\r';
        break;
      case 'u': {
        const auto end = cell.find('}', i);
        append_utf8(text, static_cast<char32_t>(std::stoul(std::string(cell.substr(i + 2, end - i - 2)), nullptr, 16)));
        i = end;
        break;
      }
      default:
        text += cell[i];
    }
  }
  return text;
}

std::string escape(std::string_view text) {
  std::string cell;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    const bool invisible =
        (c >= 0x300 && c < 0x370) || c == 0xAD || (c >= 0x200B && c <= 0x200D) || c == 0xFE0F || c == 0xFEFF;
    if (c == ' ') {
      cell += "\\s";
    } else if (c == '\n') {
      cell += "\\n";
    } else if (c == '\t') {
      cell += "\\t";
    } else if (c == '\r') {
      cell += "\\r";
    } else if (c == '\\') {
      cell += "\\\\";
    } else if (invisible || (char_classes(c) & kWhiteSpace) != 0) {
      char code[16];
      std::snprintf(code, sizeof(code), "\\u{%04X}", static_cast<unsigned>(c));
      cell += code;
    } else {
      append_utf8(cell, c);
    }
  }
  return cell;
}

std::string read_fixture(const std::string& name) {
  std::ifstream in(std::string(ANNALS_SOURCE_DIR) + "/tests/language/" + name, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace annals
