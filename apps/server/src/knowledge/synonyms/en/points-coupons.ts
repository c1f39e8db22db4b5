/** Discounts, vouchers, loyalty points. */
export const pointsCoupons = `
discount code, promo code, coupon, voucher code, promotional code, coupon code, promotion code
code not accepted, discount code doesn't work, coupon not working, promo code invalid, voucher rejected, coupon won't apply
enter a discount code, redeem a coupon, apply a promo code, use a voucher, where to enter code, add a coupon
forgot to use my code, forgot the discount code, add discount after ordering, apply coupon afterwards, discount not applied
coupon expired, code has expired, voucher expired, expiry of voucher, voucher validity, how long is voucher valid
combine discounts, stack coupons, use two codes, several vouchers at once, more than one discount
discount, reduction, price reduction, money off, percent off, rebate, reduced price
special offer, sale price, promotion, bargain, promo, special deal, clearance sale
student discount, student price, student rate, reduced price for students, university discount
senior discount, pensioner discount, discount for over 60s, senior rate, older people's discount
first order discount, welcome discount, new customer offer, sign-up bonus, welcome offer, discount for new customers
loyalty programme, loyalty program, rewards programme, rewards program, loyalty scheme, rewards club, frequent shopper
loyalty points, reward points, bonus points, membership points
earn points, get points, gather points, accumulate points, collect loyalty points
redeem points, use my points, spend points, exchange my points, cash in points, pay with points
points missing, points not credited, didn't get my points, points not added
points expired, points expire, lost my points, how long do points last, points disappeared
points balance, how many points, check my points, see my points
transfer points, give points to someone, share points, points to family member, pool points
loyalty card, club card, rewards card, membership card, customer card, store card
lost loyalty card, replace my membership card, lost membership card, new loyalty card
air miles, frequent flyer miles, airline miles, frequent flier points
cashback, cash back, money back on purchases, get cash back
refer a friend, referral, recommend a friend, invite a friend, referral bonus, bring a friend
membership level, status level, member tier, gold status, silver status, vip status, elite status
birthday offer, birthday discount, birthday treat, birthday bonus
prize draw, raffle, giveaway, competition, contest, sweepstake, sweepstakes
early bird, early booking discount, discount for booking early, early bird price
group discount, group rate, group price, price for groups, party rate
family discount, sibling discount, family rate, family price
forgot to scan my card, retroactive points, add points later, points for past purchase
`;
