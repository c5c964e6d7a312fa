// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Tx.h"
#include "store/sqlite/Connection.h"
#include "store/sqlite/Error.h"

namespace kobai::store {

namespace {

using catalogue::Category;
using catalogue::Product;
using sqlite::guarded;
using sqlite::Statement;

constexpr std::string_view selectProduct =
    "SELECT id, name, name_ja, category, price, tax_permille, picture, favourite, active, position FROM product";

Product readProduct(sqlite::Connection& connection, const Statement& row)
{
    Product product;
    product.id = row.row<ProductId>(0);
    product.name = row.text(1);
    product.nameJa = row.text(2);
    product.category = row.row<CategoryId>(3);
    product.price = row.money(4);
    product.tax.permille = row.small(5);
    product.picture = row.text(6);
    product.favourite = row.flag(7);
    product.active = row.flag(8);
    product.position = row.small(9);
    Statement code = connection.prepare("SELECT code FROM product_code WHERE product = ? ORDER BY position, code");
    code.bind(product.id);
    while (code.step())
        product.barcodes.append(code.text(0));
    return product;
}

void bindFields(Statement& statement, const Product& product)
{
    statement.bind(product.name)
        .bind(product.nameJa)
        .bind(product.category)
        .bind(product.price)
        .bind(product.tax.permille)
        .bind(product.picture)
        .bind(product.favourite)
        .bind(product.active)
        .bind(product.position);
}

std::optional<CatalogueKey> keyOf(const auto& added)
{
    return added.key.isNull() ? std::nullopt : std::optional(added.key);
}

/// The row that was added with @p key.
template <typename Id>
Result<std::optional<Id>> rowOf(sqlite::Connection& connection, std::string_view sql, CatalogueKey key)
{
    return guarded([&]() -> Result<std::optional<Id>> {
        Statement row = connection.prepare(sql);
        return row.bind(key).step() ? std::optional(row.row<Id>(0)) : std::nullopt;
    });
}

void writeBarcodes(sqlite::Connection& connection, ProductId id, const QStringList& barcodes)
{
    connection.prepare("DELETE FROM product_code WHERE product = ?").bind(id).run();
    for (qsizetype i = 0; i < barcodes.size(); ++i)
        connection.prepare("INSERT INTO product_code (code, product, position) VALUES (?, ?, ?)")
            .bind(barcodes[i])
            .bind(id)
            .bind(i)
            .run();
}

} // namespace

Result<CategoryId> CatalogueTable::addCategory(const Category& category)
{
    return guarded(FaultCode::Duplicate, [&]() -> Result<CategoryId> {
        m_connection.prepare("INSERT INTO category (name, name_ja, position, key) VALUES (?, ?, ?, ?)")
            .bind(category.name)
            .bind(category.nameJa)
            .bind(category.position)
            .bind(keyOf(category))
            .run();
        return CategoryId{m_connection.lastRowId()};
    });
}

Result<std::optional<CategoryId>> CatalogueTable::categoryOf(CatalogueKey key)
{
    return rowOf<CategoryId>(m_connection, "SELECT id FROM category WHERE key = ?", key);
}

Result<std::optional<ProductId>> CatalogueTable::productOf(CatalogueKey key)
{
    return rowOf<ProductId>(m_connection, "SELECT id FROM product WHERE key = ?", key);
}

Result<std::vector<Category>> CatalogueTable::categories()
{
    return guarded([&]() -> Result<std::vector<Category>> {
        Statement row = m_connection.prepare("SELECT id, name, name_ja, position FROM category ORDER BY position, id");
        std::vector<Category> found;
        while (row.step())
            found.push_back({row.row<CategoryId>(0), row.text(1), row.text(2), row.small(3)});
        return found;
    });
}

Result<ProductId> CatalogueTable::add(const Product& product)
{
    return guarded(FaultCode::Duplicate, [&]() -> Result<ProductId> {
        {
            Statement insert =
                m_connection.prepare("INSERT INTO product (name, name_ja, category, price, tax_permille, picture, "
                                     "favourite, active, position, key) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
            bindFields(insert, product);
            insert.bind(keyOf(product)).run();
        }
        const ProductId id{m_connection.lastRowId()};
        writeBarcodes(m_connection, id, product.barcodes);
        return id;
    });
}

Status CatalogueTable::change(const Product& product)
{
    return guarded(FaultCode::Duplicate, [&]() -> Status {
        {
            Statement update =
                m_connection.prepare("UPDATE product SET name = ?, name_ja = ?, category = ?, price = ?, "
                                     "tax_permille = ?, picture = ?, favourite = ?, active = ?, position = ? "
                                     "WHERE id = ?");
            bindFields(update, product);
            update.bind(product.id).run();
        }
        if (m_connection.changes() == 0)
            return fail(FaultCode::NotFound);
        writeBarcodes(m_connection, product.id, product.barcodes);
        return {};
    });
}

Result<Product> CatalogueTable::find(ProductId id)
{
    return guarded([&]() -> Result<Product> {
        static const std::string sql = std::string(selectProduct) + " WHERE id = ?";
        Statement row = m_connection.prepare(sql);
        if (!row.bind(id).step())
            return fail(FaultCode::NotFound);
        return readProduct(m_connection, row);
    });
}

Result<std::vector<Product>> CatalogueTable::all(bool withInactive)
{
    return guarded([&]() -> Result<std::vector<Product>> {
        static const std::string sql =
            std::string(selectProduct) + " WHERE active >= ? ORDER BY category, position, name, id";
        Statement row = m_connection.prepare(sql);
        row.bind(withInactive ? 0 : 1);
        std::vector<Product> found;
        while (row.step())
            found.push_back(readProduct(m_connection, row));
        return found;
    });
}

} // namespace kobai::store
