/** Placing orders, what is in stock, what things are. */
export const ordersStock = `
place an order, make an order, order something, make a purchase, buy something, put in an order
order confirmation, confirmation email, no confirmation email, did my order go through, was my order placed, order went through
order number, order reference, order id, purchase number, order code
order history, past orders, previous orders, earlier purchases, purchase history, what i bought before
change my order, edit my order, modify my order, amend my order, alter my order, update my order
add to my order, add another item, add something to order, forgot to order something, include one more item
remove from my order, take an item off, delete one item, drop an item from order, cancel one item
ordered twice, duplicate order, double order, same order twice, ordered by mistake, accidental order
out of stock, sold out, not in stock, no stock left, out of inventory, none left, item unavailable
back in stock, restock, available again, when will you have more, stock again, replenish
back in stock alert, notify me when available, stock notification, tell me when back, waiting list for product
in stock, available to buy, stock availability, stock level
backorder, back-order, on back order, ordered from supplier, awaiting stock
preorder, pre-order, order in advance, order before release, reserve before launch, advance order
release date, launch date, when does it come out, publication date, available from when
discontinued, no longer sold, no longer made, stopped making, end of line, taken off the market
bulk order, large order, wholesale, order in quantity, buy in bulk, volume order, many pieces
minimum order, minimum purchase, minimum spend, smallest order, minimum order value, minimum amount to order
limit per customer, maximum quantity, purchase limit, how many can i buy, order limit, max per person
shopping cart, basket, shopping basket, shopping bag, cart
basket emptied, cart is empty, items disappeared from cart, basket won't save, lost my basket
guest checkout, order without an account, buy without registering, checkout without signing up, shop as guest
can't check out, checkout not working, can't complete my order, unable to place order, order won't go through, checkout error
size guide, size chart, what size am i, which size to choose, product measurements
colour, color, shade, other colours, other colors
product details, specs, technical data, product description, item details, technical specifications
dimensions, how big is it, width and height, length and width, size in centimetres, size in inches
what is it made of, fabric, composition, which material
ingredients, contains nuts, allergens, allergy information, list of ingredients
instruction manual, user manual, user guide, handbook, owner's manual, instructions for use
spare part, spare parts, replacement part, parts for repair, separate part
second-hand, refurbished, pre-owned, reconditioned, preowned, secondhand
custom-made, made to order, personalised, bespoke, made to measure, personalized item
engraving, engrave a name, name printed, add initials, monogram, embroidery
free sample, product sample, tester, swatch, try a sample
write a review, leave feedback on product, rate a product, star rating, product rating, product review
wish list, wishlist, favourites, favorites, saved items, save for later
`;
